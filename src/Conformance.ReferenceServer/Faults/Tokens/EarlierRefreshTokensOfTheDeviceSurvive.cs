using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-12.</summary>
internal sealed class EarlierRefreshTokensOfTheDeviceSurvive()
    : PartFault<SessionService, EarlierRefreshTokensOfTheDeviceSurvive.Faulty>("TOK-12", "A login with a device ID of its own leaves the refresh tokens of that device alive.")
{
    internal sealed class Faulty(DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning) : SessionService(devices, tokens, crossSigning)
    {
        protected override void EndEarlierSessions(Account account, string deviceId) => Tokens.Revoke(account.UserId, deviceId, DeviceParts.AccessTokens);
    }
}
