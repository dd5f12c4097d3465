using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-07.</summary>
internal sealed class NewRefreshTokenRevokesNothing()
    : PartFault<TokenService, NewRefreshTokenRevokesNothing.Faulty>("REF-07", "Use of the new refresh token leaves the old one valid.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        protected override void OnFirstUse(RefreshToken token)
        {
        }
    }
}
