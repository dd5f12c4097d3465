using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-12.</summary>
internal sealed class DeletedDeviceStaysListed()
    : PartFault<DeviceService, DeletedDeviceStaysListed.Faulty>("DEV-12", "A deleted device loses its tokens and stays in the list.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        protected override DeviceParts RemovedByDeletion => base.RemovedByDeletion & ~DeviceParts.Listing;
    }
}
