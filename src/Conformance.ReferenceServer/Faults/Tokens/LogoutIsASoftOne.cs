using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-14.</summary>
internal sealed class LogoutIsASoftOne()
    : PartFault<TokenService, LogoutIsASoftOne.Faulty>("TOK-14", "A token that was logged out is answered with the promise that its session lives on.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : SoftLogoutTokenService(options)
    {
        protected override JsonNode SoftLogout => true;
    }
}
