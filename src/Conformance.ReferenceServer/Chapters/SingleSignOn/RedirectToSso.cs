using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Sends a browser to the only provider of single sign-on.</summary>
internal sealed class RedirectToSso(SignOnStart start) : SimpleOperation(OperationIds.RedirectToSso)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => start.Login(SignOnRedirects.Read(call.Target));
}
