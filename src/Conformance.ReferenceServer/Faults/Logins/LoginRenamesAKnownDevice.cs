using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-17.</summary>
internal sealed class LoginRenamesAKnownDevice()
    : PartFault<DeviceService, LoginRenamesAKnownDevice.Faulty>("LOG-17", "A login on a known device renames it.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override Device GetOrCreate(Account owner, string? deviceId, string? displayName)
        {
            var device = base.GetOrCreate(owner, deviceId, displayName);
            Update(device, displayName);
            return device;
        }
    }
}
