using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-09.</summary>
internal sealed class UnknownRefreshTokenIsForbidden()
    : PartFault<TokenService, UnknownRefreshTokenIsForbidden.Faulty>("REF-09", "An unknown refresh token is forbidden instead of unknown.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        public override IssuedTokens Refresh(string refreshToken)
        {
            try
            {
                return base.Refresh(refreshToken);
            }
            catch (MatrixException refusal)
            {
                throw MatrixException.Forbidden(refusal.Message);
            }
        }
    }
}
