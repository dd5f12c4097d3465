using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-18.</summary>
internal sealed class BulkDeletionAsksNoAuthentication()
    : AuthenticationFault<DeleteDevices>("DEV-18", "Several devices are deleted without authentication.")
{
    protected override bool Challenges(Call call, DeleteDevices operation) => false;
}
