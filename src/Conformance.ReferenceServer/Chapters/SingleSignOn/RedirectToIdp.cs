using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Sends a browser to the provider of single sign-on that it names.</summary>
internal sealed class RedirectToIdp(SignOnStart start, ReferenceServerOptions options) : SimpleOperation(OperationIds.RedirectToIdp)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) =>
        call.PathParameters["idpId"] == options.SingleSignOn!.Id
            ? start.Login(SignOnRedirects.Read(call.Target))
            : throw MatrixException.NotFound("There is no such identity provider.");

}
