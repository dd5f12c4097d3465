using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-05.</summary>
internal sealed class DeviceListStopsAtTwo()
    : PartFault<DeviceService, DeviceListStopsAtTwo.Faulty>("DEV-05", "The list has two devices at most.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        public override IReadOnlyList<Device> List(Account owner, string? currentDeviceId) => [.. base.List(owner, currentDeviceId).Take(2)];
    }
}
