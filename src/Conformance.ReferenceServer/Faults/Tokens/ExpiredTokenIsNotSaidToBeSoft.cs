using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-07.</summary>
internal sealed class ExpiredTokenIsNotSaidToBeSoft()
    : PartFault<TokenService, ExpiredTokenIsNotSaidToBeSoft.Faulty>("TOK-07", "The error of an access token that has expired does not say soft_logout.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        public override AccessToken Use(string token)
        {
            try
            {
                return base.Use(token);
            }
            catch (MatrixException refusal) when (refusal.Extras.ContainsKey("soft_logout"))
            {
                throw MatrixException.UnknownToken(refusal.Message);
            }
        }
    }
}
