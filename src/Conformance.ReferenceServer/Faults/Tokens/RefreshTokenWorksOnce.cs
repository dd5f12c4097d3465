using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;
using System.Collections.Concurrent;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-05.</summary>
internal sealed class RefreshTokenWorksOnce()
    : PartFault<TokenService, RefreshTokenWorksOnce.Faulty>("REF-05", "A refresh token ends with its first use, before a new token is used.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

        public override IssuedTokens Refresh(string refreshToken) =>
            _used.TryAdd(refreshToken, true) ? base.Refresh(refreshToken) : throw MatrixException.UnknownToken("The refresh token was used already.");
    }
}
