using System.Collections.Concurrent;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-05.</summary>
internal sealed class RefreshTokenWorksOnce()
    : PartFault<TokenService, RefreshTokenWorksOnce.Faulty>("REF-05", "A refresh token is revoked as soon as it is used, although no new token was used yet.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

        public override IssuedTokens Refresh(string refreshToken)
        {
            var tokens = base.Refresh(refreshToken);
            return _used.TryAdd(refreshToken, true) ? tokens : throw MatrixException.UnknownToken("The refresh token was used already.");
        }
    }
}
