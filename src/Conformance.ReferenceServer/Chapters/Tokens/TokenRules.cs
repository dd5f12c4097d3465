using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>What the specification lays down about access and refresh tokens ("Using access tokens", "Refreshing access tokens", "Soft
/// logout").</summary>
internal sealed record TokenRules : RuleSet
{
    /// <summary>Makes an access or refresh token, which is opaque to clients ("Using access tokens").</summary>
    public Func<string> NewToken { get => Read(field); init; } = OpaqueTokens.Create;

    /// <summary>
    /// Whether an access token that expires at the first time is over at the second: 401 <c>M_UNKNOWN_TOKEN</c> from then on (TOK-06).
    /// </summary>
    public Func<DateTimeOffset, DateTimeOffset, bool> IsOver { get => Read(field); init; } = (expiresAt, now) => expiresAt <= now;

    /// <summary>
    /// What ends a refresh token: "The old refresh token remains valid until the new access token or refresh token is used" (REF-05 to
    /// REF-07).
    /// </summary>
    public TokenUses OldTokenEndsBy { get => Read(field); init; } = TokenUses.NewAccessToken | TokenUses.NewRefreshToken;

    /// <summary>
    /// Which access tokens end with their session, given what ends it: all, however the session began ("invalidates any access token
    /// associated with it", "all access tokens for a user"; LGO-02, LGO-08, DEV-14, DEV-19, PWD-05, DEA-08).
    /// </summary>
    public Func<AccessToken, SessionEnd, bool> AccessTokenEnds { get => Read(field); init; } = (_, _) => true;

    /// <summary>
    /// Which refresh tokens end with their session, given what ends it: all, one that was exchanged for another included (REF-12, DEV-15,
    /// DEV-22, PWD-05, DEA-08).
    /// </summary>
    public Func<RefreshToken, SessionEnd, bool> RefreshTokenEnds { get => Read(field); init; } = (_, _) => true;

    /// <summary>The device of refreshed tokens, given that of the refresh token: the same (TOK-10).</summary>
    public Func<string, string> RefreshedDevice { get => Read(field); init; } = deviceId => deviceId;
}
