using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-15.</summary>
internal sealed class DeletedDeviceKeysSurvive()
    : PartFault<DeviceService, DeletedDeviceKeysSurvive.Faulty>("DEV-15", "The keys of a deleted device are still shown.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        protected override DeviceParts RemovedByDeletion => base.RemovedByDeletion & ~DeviceParts.Keys;
    }
}
