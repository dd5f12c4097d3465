using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-11.</summary>
internal sealed class NewLoginLeavesEarlierAccessTokens()
    : PartFault<SessionService, NewLoginLeavesEarlierAccessTokens.Faulty>("TOK-11", "A new login on a device leaves its earlier access tokens valid.")
{
    internal sealed class Faulty(DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning) : SessionService(devices, tokens, crossSigning)
    {
        protected override void EndEarlierSessions(Account account, string deviceId)
        {
        }
    }
}
