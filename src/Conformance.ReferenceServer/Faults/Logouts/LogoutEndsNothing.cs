using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-02.</summary>
internal sealed class LogoutEndsNothing()
    : PartFault<Logout, LogoutEndsNothing.Faulty>("LGO-02", "The access token lives on after the logout.")
{
    internal sealed class Faulty(DeviceService devices) : Logout(devices)
    {
        protected override Reply Answer(Call call) => Reply.Done();
    }
}
