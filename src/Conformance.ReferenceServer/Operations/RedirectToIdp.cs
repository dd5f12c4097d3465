using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Sends a browser to the provider of single sign-on that it names.</summary>
internal class RedirectToIdp(SignOnStart start, SignOnRedirects redirects, ReferenceServerOptions options) : SimpleOperation("redirectToIdP")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) =>
        IsKnown(call.PathParameters["idpId"]) ? start.Login(redirects.Read(call.Target)) : throw MatrixException.NotFound("There is no such identity provider.");

    /// <summary>Whether there is a provider of this ID.</summary>
    protected virtual bool IsKnown(string idpId) => idpId == options.SingleSignOn!.Id;
}
