using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-01.</summary>
internal sealed class ServiceIsSaidToBeSomebodyElse()
    : PartFault<GetTokenOwner, ServiceIsSaidToBeSomebodyElse.Faulty>("APS-01", "A service that acts as a user is told that it is its own.")
{
    internal sealed class Faulty(ApplicationServiceDirectory services) : GetTokenOwner
    {
        protected override string UserId(Requester caller) => caller.IsApplicationService ? services.SenderUserId! : base.UserId(caller);
    }
}
