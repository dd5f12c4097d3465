using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Tokens on their way to a client.</summary>
/// <param name="accessToken">The access token.</param>
/// <param name="refreshToken">The refresh token; null if none was asked for.</param>
/// <param name="lifetime">How long the access token lives; null if it never expires.</param>
/// <remarks>A class instead of a record, so that no <c>ToString</c> shows the tokens.</remarks>
internal sealed class IssuedTokens(string accessToken, string? refreshToken, TimeSpan? lifetime)
{
    /// <summary>The access token. A secret.</summary>
    public string AccessToken { get; } = accessToken;

    /// <summary>Adds <c>access_token</c>, and <c>refresh_token</c> and <c>expires_in_ms</c> where they apply, to a response.</summary>
    public void AddTo(JsonObject body)
    {
        body["access_token"] = AccessToken;
        if (refreshToken is not null)
        {
            body["refresh_token"] = refreshToken;
        }

        if (lifetime is { } time)
        {
            body["expires_in_ms"] = (long)time.TotalMilliseconds;
        }
    }
}
