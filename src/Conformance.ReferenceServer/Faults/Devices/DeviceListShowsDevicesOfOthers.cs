using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-05.</summary>
internal sealed class DeviceListShowsDevicesOfOthers()
    : PartFault<DeviceService, DeviceListShowsDevicesOfOthers.Faulty>("DEV-05", "The list has the devices of all users.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options, AccountService accounts)
        : DeviceService(tokens, keys, options)
    {
        public override IReadOnlyList<Device> List(Account owner, string? currentDeviceId) =>
            [.. accounts.All.SelectMany(account => base.List(account, currentDeviceId))];
    }
}
