using System.Collections.Concurrent;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-06.</summary>
internal sealed class ExpiredTokenIsAccepted()
    : PartFault<TokenService, ExpiredTokenIsAccepted.Faulty>("TOK-06", "An access token that has expired is still accepted.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        private readonly ConcurrentDictionary<string, AccessToken> _used = new(StringComparer.Ordinal);

        protected override TimeSpan AccessTokenLifetime => TimeSpan.FromSeconds(2);

        public override IssuedTokens Issue(string userId, string deviceId, bool refreshable)
        {
            var tokens = base.Issue(userId, deviceId, refreshable);
            _used[tokens.AccessToken] = new AccessToken(userId, deviceId);
            return tokens;
        }

        public override AccessToken Use(string token)
        {
            try
            {
                return base.Use(token);
            }
            catch (MatrixException refusal) when (refusal.Extras.ContainsKey("soft_logout") && _used.ContainsKey(token))
            {
                return _used[token];
            }
        }
    }
}
