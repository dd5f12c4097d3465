using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-14.</summary>
internal sealed class ServiceCannotCreateDevices()
    : PartFault<UpdateDevice, ServiceCannotCreateDevices.Faulty>("APS-14", "An application service cannot create a device by naming it.")
{
    internal sealed class Faulty(DeviceService devices) : UpdateDevice(devices)
    {
        protected override Reply Unknown(Requester caller, string deviceId, string? displayName) =>
            base.Unknown(caller with { IsApplicationService = false }, deviceId, displayName);
    }
}
