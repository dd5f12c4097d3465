using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-08.</summary>
internal sealed class LogoutEverywhereSparesTheCaller()
    : PartFault<LogoutAll, LogoutEverywhereSparesTheCaller.Faulty>("LGO-08", "A logout everywhere leaves the session it was asked on.")
{
    internal sealed class Faulty(DeviceService devices) : LogoutAll(devices)
    {
        private readonly DeviceService _devices = devices;

        protected override Reply Answer(Call call)
        {
            _devices.LogOutAll(call.RequiredCaller.Account, call.RequiredCaller.DeviceId);
            return Reply.Done();
        }
    }
}
