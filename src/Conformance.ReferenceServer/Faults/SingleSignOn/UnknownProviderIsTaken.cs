using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates SSO-04.</summary>
internal sealed class UnknownProviderIsTaken()
    : PartFault<RedirectToIdp, UnknownProviderIsTaken.Faulty>("SSO-04", "An identity provider that does not exist leads to the one that does.")
{
    internal sealed class Faulty(
        SignOnStart start, SignOnRedirects redirects, ReferenceServerOptions options)
        : RedirectToIdp(start, redirects, options)
    {
        protected override bool IsKnown(string idpId) => true;
    }
}
