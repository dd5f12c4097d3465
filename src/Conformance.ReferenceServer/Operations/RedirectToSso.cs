using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Sends a browser to the only provider of single sign-on.</summary>
internal class RedirectToSso(SignOnStart start, SignOnRedirects redirects) : SimpleOperation("redirectToSSO")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => start.Login(redirects.Read(call.Target));
}
