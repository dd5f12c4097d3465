using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates SSO-02.</summary>
internal sealed class SignOnNeedsNoReturnUrl()
    : PartFault<SignOnRedirects, SignOnNeedsNoReturnUrl.Faulty>("SSO-02", "Without a URL to return to the browser is sent to the provider all the same.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : SignOnRedirects(options)
    {
        public override string Read(RequestTarget target) => target.Query("redirectUrl") is null ? "about:blank" : base.Read(target);
    }
}
