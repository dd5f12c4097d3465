using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-10.</summary>
internal sealed class RefreshedTokenIsAnotherDevices()
    : PartFault<TokenService, RefreshedTokenIsAnotherDevices.Faulty>("TOK-10", "A refreshed access token belongs to a device of its own.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : RefreshNotingTokenService(options)
    {
        public override AccessToken Use(string token)
        {
            var access = base.Use(token);
            return IsRefreshed(token) ? new AccessToken(access.UserId, "REFRESHED") : access;
        }
    }
}
