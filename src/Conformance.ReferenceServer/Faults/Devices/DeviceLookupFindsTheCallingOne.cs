using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-06.</summary>
internal sealed class DeviceLookupFindsTheCallingOne()
    : PartFault<DeviceService, DeviceLookupFindsTheCallingOne.Faulty>("DEV-06", "Whichever of their devices users ask for, they are shown the one that asks.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        public override Device? Find(Account owner, string deviceId, string? currentDeviceId) =>
            base.Find(owner, deviceId, currentDeviceId) is null || currentDeviceId is null ? null : base.Find(owner, currentDeviceId, currentDeviceId);
    }
}
