using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-13.</summary>
internal sealed class LoginEndsTheSameDeviceOfOthers()
    : PartFault<SessionService, LoginEndsTheSameDeviceOfOthers.Faulty>("TOK-13", "A login on a device ends the sessions on devices of that ID of other users.")
{
    internal sealed class Faulty(DeviceService devices, TokenService tokens, CrossSigningKeyStore crossSigning, AccountService accounts) : SessionService(devices, tokens, crossSigning)
    {
        private readonly TokenService _tokens = tokens;

        protected override void EndEarlierSessions(Account account, string deviceId)
        {
            foreach (var owner in accounts.All)
            {
                _tokens.Revoke(owner.UserId, deviceId, DeviceParts.AccessTokens | DeviceParts.RefreshTokens);
            }
        }
    }
}
