using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-15.</summary>
internal sealed class GeneratedDeviceIdIsAlwaysTheSame()
    : PartFault<DeviceService, GeneratedDeviceIdIsAlwaysTheSame.Faulty>("LOG-15", "Every login of a user without a device ID is on the same device.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override Device GetOrCreate(Account owner, string? deviceId, string? displayName) => base.GetOrCreate(owner, deviceId ?? "DEVICE", displayName);
    }
}
