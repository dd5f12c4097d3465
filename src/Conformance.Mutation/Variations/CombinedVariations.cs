using Conformance.Mutation.Wire;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.Mutation.Variations;

/// <summary>Many variations at once, against which all scenarios run. Where one is red, the variation alone tells which it is.</summary>
internal static class CombinedVariations
{
    /// <summary>Every combined variation.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        new("combined", "Much is different at once.")
        {
            Layer = () => Layers("further-members", "other-order", "escapes", "content-type-parameters", "further-headers", "chunked"),
            Server = Identifiers("Gerät-\U0001F4F1-", $"syt_-._~+/{new string('t', 200)}"),
            ServerName = "matrix.example.org:8448",
        },
        new("combined-otherwise", "Much is different at once, in another way.")
        {
            Layer = () => Layers(
                "absent-optional-members", "white-space", "content-type-case", "more-cors", "header-case", "early-hints"),
            Server = Identifiers("..\"quoted\" ", "t"),
            ServerName = "[2001:db8::17]:8448",
        },
    ];

    private static WireLayer Layers(params IReadOnlyList<string> names) => names
        .Select(name => JsonVariations.All.Concat(HttpVariations.All).Single(variation => variation.Name == name).Layer!())
        .Aggregate((inner, outer) => inner.Inside(outer));

    private static Variant Identifiers(string device, string token) => new(
        Rule<DeviceRules>(rules => rules with { NewId = () => $"{device}{OpaqueTokens.CreateName(10)}" }),
        Rule<TokenRules>(rules => rules with { NewToken = () => $"{token}{OpaqueTokens.Create()}" }),
        Rule<UiaRules>(rules => rules with { NewSession = () => $"s \"&%?#/é\\{OpaqueTokens.Create()}" }),
        Rule<ThreePidRules>(rules => rules with { NewSessionId = () => $"0.=_-{OpaqueTokens.Create()}" }));
}
