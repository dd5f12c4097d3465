using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-07.</summary>
internal sealed class ExpiryIsARealLogout()
    : PartFault<TokenService, ExpiryIsARealLogout.Faulty>("TOK-07", "An access token that has expired is answered like one that was logged out.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        protected override TimeSpan AccessTokenLifetime => TimeSpan.FromSeconds(2);

        public override AccessToken Use(string token)
        {
            try
            {
                return base.Use(token);
            }
            catch (MatrixException refusal)
            {
                throw new MatrixException(refusal.Status, refusal.ErrorCode, refusal.Message);
            }
        }
    }
}
