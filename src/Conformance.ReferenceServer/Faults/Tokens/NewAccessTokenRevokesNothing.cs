using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-06.</summary>
internal sealed class NewAccessTokenRevokesNothing()
    : PartFault<TokenService, NewAccessTokenRevokesNothing.Faulty>("REF-06", "Use of a refreshed access token leaves the old refresh token valid.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        protected override void OnFirstUse(AccessToken token)
        {
        }
    }
}
