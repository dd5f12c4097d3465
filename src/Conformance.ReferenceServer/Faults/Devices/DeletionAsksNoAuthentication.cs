using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-11.</summary>
internal sealed class DeletionAsksNoAuthentication()
    : AuthenticationFault<DeleteDevice>("DEV-11", "A device is deleted without authentication.")
{
    protected override bool Challenges(Call call, DeleteDevice operation) => false;
}
