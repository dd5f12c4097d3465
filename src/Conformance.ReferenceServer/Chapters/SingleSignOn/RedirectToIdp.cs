using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Sends a browser to the provider of single sign-on that it names.</summary>
internal sealed class RedirectToIdp(SignOnStart start, ReferenceServerOptions options) : SimpleOperation("redirectToIdP")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) =>
        call.PathParameters["idpId"] == options.SingleSignOn!.Id
            ? start.Login(SignOnRedirects.Read(call.Target))
            : throw MatrixException.NotFound("There is no such identity provider.");

}
