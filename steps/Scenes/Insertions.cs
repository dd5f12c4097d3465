using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Targets;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Steps.Scenes;

/// <summary>
/// The values that <c>{name}</c> stands for in a feature: what was remembered, <c>{Alice.user_id}</c> and the like,
/// <c>{session}</c> of the last challenge, <c>{sid}</c> and <c>{client_secret}</c> of the last validation session,
/// <c>{identity_server}</c>, <c>{Alice.identity_token}</c>, and <c>{Alice.identity_sid}</c> with <c>{Alice.identity_secret}</c>, a session
/// there for <c>{Alice.email}</c>, and <c>{fresh.…}</c> values, which stay the same within a scenario.
/// </summary>
/// <param name="world">The scenario's world.</param>
/// <param name="challenged">The call that was challenged; ends the scenario where there is none.</param>
/// <param name="unmet">Makes what ends the scenario where the target lacks a need, and why.</param>
internal sealed partial class Insertions(ScenarioWorld world, Func<UiaAttempt> challenged, Func<Need, string, Exception> unmet)
{
    private const int Ed25519KeyLength = 32;
    private const int Ed25519SignatureLength = 64;

    // With the sigil and the shortest server name it is beyond the 255 bytes of a user id.
    private const int LongUserNameLength = 300;
    private readonly Dictionary<string, string> _fresh = new(StringComparer.Ordinal);

    private IdentityServerUse? _identityServer;

    /// <summary>A token that no server issued.</summary>
    public string UnknownToken => Fresh("fresh.unknown_token");

    /// <summary>Fills in every <c>{name}</c>.</summary>
    /// <exception cref="SuiteErrorException">A name stands for nothing.</exception>
    public string FillIn(string text) => Insertion().Replace(text, match => Value(match.Groups[1].Value));

    /// <summary>Fills in every <c>{name}</c> of a JSON text, inside its strings.</summary>
    /// <exception cref="SuiteErrorException">A name stands for nothing.</exception>
    public string FillInJson(string json) =>
        Insertion()
            .Replace(json,
                match => JsonEncodedText.Encode(Value(match.Groups[1].Value), JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString());

    /// <summary>Fills in every <c>{name}</c> of a path and query, percent-encoded.</summary>
    /// <exception cref="SuiteErrorException">A name stands for nothing.</exception>
    public string FillInUrl(string pathAndQuery) =>
        Insertion().Replace(pathAndQuery, match => Uri.EscapeDataString(Value(match.Groups[1].Value)));

    private IdentityServerUse IdentityServer => _identityServer ??= new IdentityServerUse(
        Target.Companions.IdentityServer ?? throw unmet(Need.IdentityServer, "the suite runs none for this target"), world);

    private string Value(string name)
    {
        if (world.Memory.TryGetValue(name, out var remembered))
            return remembered;
        if (name.StartsWith("fresh.", StringComparison.Ordinal))
            return Fresh(name);
        return name switch
        {
            "session" => challenged().Session
                ?? throw unmet(Need.SpecialConfiguration, "the server's challenge has no session to give back"),
            "sid" => world.ThreePids.Last?.SessionId ?? throw Unknown(name, "no message was asked for yet"),
            "client_secret" => world.ThreePids.Last?.ClientSecret ?? throw Unknown(name, "no message was asked for yet"),
            "registration_token" => Target.RegistrationToken ?? throw unmet(Need.RegistrationToken, "the suite has none"),
            "service.prefix" => Target.ApplicationServiceUserPrefix,
            "service.shared_prefix" => Target.ApplicationServiceSharedPrefix
                ?? throw unmet(Need.SpecialConfiguration, "the application service has no namespace that ordinary users may use too"),
            "service.user" => Target.ApplicationServiceSender
                ?? throw unmet(Need.SpecialConfiguration, "the name of the application service's own user is not known"),
            "identity_server" => IdentityServer.Name,
            _ => LocalpartOfRemembered(name.Split('.')) ?? OfActor(name.Split('.'))
                ?? throw Unknown(name, "nothing was remembered by that name"),
        };
    }

    private Target Target => world.Run.Target;

    private string? LocalpartOfRemembered(string[] parts) =>
        parts is [var name, "localpart"] && world.Memory.TryGetValue(name, out var userId) && userId.StartsWith('@')
            && userId.Contains(':', StringComparison.Ordinal)
            ? new Account(userId, string.Empty).Localpart
            : null;

    private string? OfActor(string[] parts)
    {
        var actor = world.Actor(parts[0]);
        return parts switch
        {
            [_, "user_id"] => actor.Account?.UserId,
            [_, "localpart"] => actor.Account?.Localpart,
            [_, "server_name"] => actor.Account?.ServerName,
            [_, "localpart", "upper"] => actor.Account?.Localpart.ToUpperInvariant(),
            [_, "password"] => actor.Account?.Password,
            [_, "email"] => world.ThreePids.Of(actor, Medium.Email).Address,
            [_, "phone"] => world.ThreePids.Of(actor, Medium.Phone).Address,
            [_, "phone", "national"] => PhoneNumbers.National(world.ThreePids.Of(actor, Medium.Phone).Address),
            [_, "first_password"] => actor.FirstPassword,
            [_, "identity_token"] => IdentityServer.TokenOf(actor),
            [_, "identity_sid"] => IdentityServer.SessionOf(actor).Id,
            [_, "identity_secret"] => IdentityServer.SessionOf(actor).ClientSecret,
            [_, var device, "access_token"] when actor.Sessions.TryGetValue(device, out var session) => session.AccessToken,
            [_, var device, "refresh_token"] when actor.Sessions.TryGetValue(device, out var session) => session.RefreshToken
                ?? throw unmet(Need.RefreshTokens, "the server gave this session none"),
            _ => null,
        };
    }

    private string Fresh(string name)
    {
        if (_fresh.TryGetValue(name, out var known))
            return known;

        var kind = name.Split('.')[1];
        if (kind == "phone" && name.EndsWith(".national", StringComparison.Ordinal))
            return PhoneNumbers.National(Fresh(name[..^".national".Length]));
        return _fresh[name] = kind switch
        {
            "email" => world.Fresh.ThreePid(Medium.Email).Address,
            "phone" => world.Fresh.ThreePid(Medium.Phone).Address,
            "client_secret" => world.Fresh.ClientSecret(),
            "username" => world.Fresh.UserName(),
            "long_username" => world.Fresh.UserName().PadRight(LongUserNameLength, 'x'),
            "password" => world.Fresh.Password(),
            "device" => Convert.ToHexString(RandomNumberGenerator.GetBytes(5)),
            "key" => UnpaddedBase64(Ed25519KeyLength),
            "signature" => UnpaddedBase64(Ed25519SignatureLength),
            "unknown_token" => "never_issued_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            _ => throw Unknown(
                name, "fresh values are username, long_username, password, device, key, signature, unknown_token, email, phone and client_secret"),
        };
    }

    private static string UnpaddedBase64(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=');

    private static SuiteErrorException Unknown(string name, string why) =>
        new(new Problem($"the feature uses {{{name}}}, which is nothing to fill in") { Why = $"{why}." });

    [GeneratedRegex(@"\{([A-Za-z][\w.-]*)\}")]
    private static partial Regex Insertion();
}
