using System.Collections.Concurrent;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Knows the access tokens that it gave for refresh tokens.</summary>
internal abstract class RefreshNotingTokenService(ReferenceServerOptions options) : TokenService(options)
{
    private readonly ConcurrentDictionary<string, bool> _refreshed = new(StringComparer.Ordinal);

    public sealed override IssuedTokens Refresh(string refreshToken)
    {
        var tokens = base.Refresh(refreshToken);
        _refreshed[tokens.AccessToken] = true;
        return tokens;
    }

    /// <summary>Whether an access token was given for a refresh token.</summary>
    protected bool IsRefreshed(string token) => _refreshed.ContainsKey(token);
}
