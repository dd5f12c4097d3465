using Conformance.Companions.Web;

namespace Conformance.Companions.Identity;

/// <summary>What a method does at an endpoint of the identity server.</summary>
/// <param name="Method">The method.</param>
/// <param name="Handler">Answers a request.</param>
/// <param name="NeedsToken">Whether an access token is needed.</param>
internal sealed record IdentityRoute(string Method, Func<IdentityRequest, WebAnswer> Handler, bool NeedsToken)
{
    public static IdentityRoute Get(Func<IdentityRequest, WebAnswer> handler, bool needsToken = false) => new("GET", handler, needsToken);

    public static IdentityRoute Post(Func<IdentityRequest, WebAnswer> handler, bool needsToken = false) => new("POST", handler, needsToken);
}
