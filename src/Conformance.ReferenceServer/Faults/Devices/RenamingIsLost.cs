using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-08.</summary>
internal sealed class RenamingIsLost()
    : PartFault<DeviceService, RenamingIsLost.Faulty>("DEV-08", "A new name of a device is accepted and forgotten.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        public override void Update(Device device, string? displayName)
        {
        }
    }
}
