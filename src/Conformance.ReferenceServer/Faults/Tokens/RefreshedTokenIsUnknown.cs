using System.Collections.Concurrent;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-02.</summary>
internal sealed class RefreshedTokenIsUnknown()
    : PartFault<TokenService, RefreshedTokenIsUnknown.Faulty>("REF-02", "The access token that a refresh gives is not known afterwards.")
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

        public override AccessToken Use(string token) =>
            _refreshed.ContainsKey(token) ? throw MatrixException.UnknownToken("The access token is not known.") : base.Use(token);
    }
}
