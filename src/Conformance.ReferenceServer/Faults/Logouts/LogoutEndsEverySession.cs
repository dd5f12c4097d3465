using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-05.</summary>
internal sealed class LogoutEndsEverySession()
    : PartFault<DeviceService, LogoutEndsEverySession.Faulty>("LGO-05", "A logout ends every session of the user.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override void LogOut(Account owner, string deviceId)
        {
            foreach (var id in owner.Devices.Keys)
            {
                base.LogOut(owner, id);
            }
        }
    }
}
