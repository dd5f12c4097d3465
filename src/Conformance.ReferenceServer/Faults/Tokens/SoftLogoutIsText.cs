using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-15.</summary>
internal sealed class SoftLogoutIsText()
    : PartFault<TokenService, SoftLogoutIsText.Faulty>("TOK-15", "Whether a logout is a soft one is told by a text.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : SoftLogoutTokenService(options)
    {
        protected override JsonNode SoftLogout => "no";
    }
}
