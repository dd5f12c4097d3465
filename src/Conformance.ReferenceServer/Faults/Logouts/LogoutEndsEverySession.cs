using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-05.</summary>
internal sealed class LogoutEndsEverySession()
    : PartFault<Logout, LogoutEndsEverySession.Faulty>("LGO-05", "A logout ends every session of the user.")
{
    internal sealed class Faulty(DeviceService devices) : Logout(devices)
    {
        protected override Reply Answer(Call call)
        {
            Devices.LogOutAll(call.RequiredCaller.Account, exceptDeviceId: null);
            return Reply.Done();
        }
    }
}
