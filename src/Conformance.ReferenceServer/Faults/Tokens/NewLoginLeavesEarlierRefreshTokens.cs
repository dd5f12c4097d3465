using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-12.</summary>
internal sealed class NewLoginLeavesEarlierRefreshTokens()
    : PartFault<SessionService, NewLoginLeavesEarlierRefreshTokens.Faulty>("TOK-12", "A new login on a device leaves its earlier refresh tokens valid.")
{
    internal sealed class Faulty(DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning) : SessionService(devices, tokens, crossSigning)
    {
        private readonly TokenService _tokens = tokens;

        protected override void EndEarlierSessions(Account account, string deviceId) => _tokens.Revoke(account.UserId, deviceId, DeviceParts.AccessTokens);
    }
}
