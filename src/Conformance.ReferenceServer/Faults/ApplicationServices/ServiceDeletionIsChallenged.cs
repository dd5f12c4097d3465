using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-15.</summary>
internal sealed class ServiceDeletionIsChallenged()
    : AuthenticationFault<DeleteDevice>("APS-15", "An application service must authenticate to delete a device.")
{
    protected override bool Challenges(Call call, DeleteDevice operation) => true;
}
