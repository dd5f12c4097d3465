using System.Collections.Concurrent;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-04.</summary>
internal sealed class TokenThatNeverWasIsForbidden()
    : PartFault<TokenService, TokenThatNeverWasIsForbidden.Faulty>("TOK-04", "An access token that was never issued is forbidden instead of unknown.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        private readonly ConcurrentDictionary<string, bool> _issued = new(StringComparer.Ordinal);

        public override IssuedTokens Issue(string userId, string deviceId, bool refreshable) => Noted(base.Issue(userId, deviceId, refreshable));

        public override IssuedTokens Refresh(string refreshToken) => Noted(base.Refresh(refreshToken));

        public override AccessToken Use(string token) =>
            _issued.ContainsKey(token) ? base.Use(token) : throw MatrixException.Forbidden("The access token is not known.");

        private IssuedTokens Noted(IssuedTokens tokens)
        {
            _issued[tokens.AccessToken] = true;
            return tokens;
        }
    }
}
