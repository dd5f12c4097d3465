using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-14.</summary>
internal sealed class CreatedDeviceIsNotReportedAsNew()
    : PartFault<UpdateDevice, CreatedDeviceIsNotReportedAsNew.Faulty>("APS-14", "A device that an application service creates is answered with 200.")
{
    internal sealed class Faulty(DeviceService devices) : UpdateDevice(devices)
    {
        protected override Reply Unknown(Requester caller, string deviceId, string? displayName) =>
            base.Unknown(caller, deviceId, displayName) with { Status = 200 };
    }
}
