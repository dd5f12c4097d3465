using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-08.</summary>
internal sealed class LogoutOfAllSparesTheCaller()
    : PartFault<LogoutAll, LogoutOfAllSparesTheCaller.Faulty>("LGO-08", "The session that logs out everywhere lives on.")
{
    internal sealed class Faulty(DeviceService devices) : LogoutAll(devices)
    {
        protected override Reply Answer(Call call)
        {
            Devices.LogOutAll(call.RequiredCaller.Account, exceptDeviceId: call.RequiredCaller.DeviceId);
            return Reply.Done();
        }
    }
}
