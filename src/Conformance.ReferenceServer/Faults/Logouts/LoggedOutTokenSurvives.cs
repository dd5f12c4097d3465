using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-02.</summary>
internal sealed class LoggedOutTokenSurvives()
    : PartFault<DeviceService, LoggedOutTokenSurvives.Faulty>("LGO-02", "The access token of a device that was logged out stays valid.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override void LogOut(Account owner, string deviceId) => Remove(owner, deviceId, DeviceParts.All & ~DeviceParts.AccessTokens);
    }
}
