using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>What the specification lays down about logins and login tokens ("Login", "Relationship between access tokens and
/// devices").</summary>
internal sealed record LoginRules : RuleSet
{
    /// <summary>Whether a device may not have the ID of one of the user's cross-signing keys: 403 <c>M_FORBIDDEN</c> (LOG-24).</summary>
    public bool RefusesIdsOfKeys { get => Read(field); init; } = true;

    /// <summary>
    /// What ends when a login names its device: the device's earlier tokens, "any previous access token or refresh token" (TOK-11, TOK-12).
    /// </summary>
    public DeviceParts EndedByLogin { get => Read(field); init; } = DeviceParts.AccessTokens | DeviceParts.RefreshTokens;

    /// <summary>Whose devices with that ID lose those tokens: the user's (TOK-13).</summary>
    public Owners EndedOf { get => Read(field); init; } = (asking, _) => [asking];

    /// <summary>Which calls to generate a login token must be authenticated: all, each time (LGT-02, LGT-03).</summary>
    public Predicate<Call> TokenAuthenticates { get => Read(field); init; } = _ => true;

    /// <summary>How many logins a login token is good for (LGT-04).</summary>
    public int LoginsPerToken { get => Read(field); init; } = 1;

    /// <summary>Whether a login token that expires at the first time is over at the second (LGT-06).</summary>
    public Func<DateTimeOffset, DateTimeOffset, bool> TokenIsOver { get => Read(field); init; } = (expiresAt, now) => expiresAt <= now;
}
