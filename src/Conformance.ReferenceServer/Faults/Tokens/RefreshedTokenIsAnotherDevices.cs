using System.Collections.Concurrent;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-10.</summary>
internal sealed class RefreshedTokenIsAnotherDevices()
    : PartFault<TokenService, RefreshedTokenIsAnotherDevices.Faulty>("TOK-10", "A refreshed access token belongs to a device of its own.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        private readonly ConcurrentDictionary<string, bool> _refreshed = new(StringComparer.Ordinal);

        public override IssuedTokens Refresh(string refreshToken)
        {
            var tokens = base.Refresh(refreshToken);
            _refreshed[tokens.AccessToken] = true;
            return tokens;
        }

        public override AccessToken Use(string token)
        {
            var access = base.Use(token);
            return _refreshed.ContainsKey(token) ? new AccessToken(access.UserId, "REFRESHED") : access;
        }
    }
}
