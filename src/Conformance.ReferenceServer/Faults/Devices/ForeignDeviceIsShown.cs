using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-07.</summary>
internal sealed class ForeignDeviceIsShown()
    : PartFault<DeviceService, ForeignDeviceIsShown.Faulty>("DEV-07", "A device of another user is shown.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options, AccountService accounts)
        : DeviceService(tokens, keys, options)
    {
        public override Device? Find(Account owner, string deviceId, string? currentDeviceId) =>
            base.Find(owner, deviceId, currentDeviceId)
            ?? accounts.All.Select(account => base.Find(account, deviceId, currentDeviceId)).FirstOrDefault(device => device is not null);
    }
}
