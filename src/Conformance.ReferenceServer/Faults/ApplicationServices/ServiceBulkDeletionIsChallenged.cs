using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-16.</summary>
internal sealed class ServiceBulkDeletionIsChallenged()
    : AuthenticationFault<DeleteDevices>("APS-16", "An application service must authenticate to delete several devices.")
{
    protected override bool Challenges(Call call, DeleteDevices operation) => true;
}
