using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-15.</summary>
internal sealed class SoftLogoutIsText()
    : PartFault<TokenService, SoftLogoutIsText.Faulty>("TOK-15", "Whether a logout is a soft one is told by a text.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        public override AccessToken Use(string token)
        {
            try
            {
                return base.Use(token);
            }
            catch (MatrixException refusal)
            {
                throw new MatrixException(refusal.Status, refusal.ErrorCode, refusal.Message)
                {
                    Extras = new Dictionary<string, JsonNode> { ["soft_logout"] = "no" },
                };
            }
        }
    }
}
