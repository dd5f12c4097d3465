using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-11.</summary>
internal sealed class EarlierTokensOfTheDeviceSurvive()
    : PartFault<SessionService, EarlierTokensOfTheDeviceSurvive.Faulty>("TOK-11", "A login with a device ID of its own leaves the earlier access tokens of that device alive.")
{
    internal sealed class Faulty(DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning) : SessionService(devices, tokens, crossSigning)
    {
        protected override void EndEarlierSessions(Account account, string deviceId) => Tokens.Revoke(account.UserId, deviceId, DeviceParts.RefreshTokens);
    }
}
