using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-10.</summary>
internal sealed class UpdateCreatesUnknownDevice()
    : PartFault<UpdateDevice, UpdateCreatesUnknownDevice.Faulty>("DEV-10", "Any client can create a device by naming it.")
{
    internal sealed class Faulty(DeviceService devices) : UpdateDevice(devices)
    {
        protected override Reply Unknown(Requester caller, string deviceId, string? displayName) => Create(caller.Account, deviceId, displayName);
    }
}
