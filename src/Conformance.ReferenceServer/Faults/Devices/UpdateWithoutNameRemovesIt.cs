using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-09.</summary>
internal sealed class UpdateWithoutNameRemovesIt()
    : PartFault<DeviceService, UpdateWithoutNameRemovesIt.Faulty>("DEV-09", "An update that gives no name takes the name away.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        public override void Update(Device device, string? displayName) => device.DisplayName = displayName;
    }
}
