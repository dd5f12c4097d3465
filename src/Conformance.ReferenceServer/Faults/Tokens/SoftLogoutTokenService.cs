using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Says the same of every access token that is refused: what is, or is not, a soft logout.</summary>
internal abstract class SoftLogoutTokenService(ReferenceServerOptions options) : TokenService(options)
{
    /// <summary>What <c>soft_logout</c> says.</summary>
    protected abstract JsonNode SoftLogout { get; }

    public sealed override AccessToken Use(string token)
    {
        try
        {
            return base.Use(token);
        }
        catch (MatrixException refusal)
        {
            throw new MatrixException(refusal.Status, refusal.ErrorCode, refusal.Message)
            {
                Extras = new Dictionary<string, JsonNode> { ["soft_logout"] = SoftLogout },
            };
        }
    }
}
