using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.Mutation.Variations;

/// <summary>Identifiers that look different from those of the reference homeserver.</summary>
internal static class IdentifierVariations
{
    private const int Long = 200;

    /// <summary>Every variation of this kind.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        Devices("quoted-device-ids", "\"quoted\" 'id' ", ""),
        Devices("dotted-device-ids", "../a.b/", ".."),
        Devices("unicode-device-ids", "Gerät-电话-\U0001F4F1-", ""),
        Devices("percent-device-ids", "100%41 ", "+&?#"),
        Devices("backslash-device-ids", "a\\b\\u0041$(id)`", "{x}"),
        Devices("long-device-ids", "", new string('x', Long)),
        new("long-tokens", "Tokens are long, and have every character that a header may carry there.")
        {
            Server = new Variant(Rule<TokenRules>(
                rules => rules with { NewToken = () => $"syt_-._~+/{OpaqueTokens.Create()}{new string('t', Long)}==" })),
            Filters = Selections.Tokens,
        },
        new("short-tokens", "Tokens are short, and look like numbers.")
        {
            Server = new Variant(Rule<TokenRules>(
                rules => rules with { NewToken = () => Random.Shared.NextInt64(1_000_000_000_000, 9_999_999_999_999).ToString("D") })),
            Filters = Selections.Tokens,
        },
        new("odd-sessions", "Sessions of user-interactive authentication have characters that need escapes in JSON and in addresses.")
        {
            Server = new Variant(Rule<UiaRules>(
                rules => rules with { NewSession = () => $"s \"&%?#/é\\{OpaqueTokens.Create()}{new string('s', Long)}" })),
            Filters = Selections.Stages,
        },
        new("odd-validation-sessions", "Validation sessions have every character that their grammar has.")
        {
            Server = new Variant(Rule<ThreePidRules>(
                rules => rules with { NewSessionId = () => $"0.=_-{OpaqueTokens.Create()}{new string('v', Long)}" })),
            Filters = Selections.ThreePids,
        },
        Named("server-name-with-a-port", "matrix.example.org:8448"),
        Named("ipv4-server-name", "192.0.2.7:8448"),
        Named("ipv6-server-name", "[2001:db8::17]:8448"),
    ];

    private static Variation Devices(string name, string before, string after) => new(
        name, $"Device ids that the server makes begin with {before} and end with {after}.")
    {
        Server = new Variant(Rule<DeviceRules>(rules => rules with { NewId = () => $"{before}{OpaqueTokens.CreateName(10)}{after}" })),
        Filters = Selections.Devices,
    };

    private static Variation Named(string name, string server) => new(name, $"The server's name is {server}.")
    {
        ServerName = server,
        Filters = Selections.Users,
    };
}
