using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-06.</summary>
internal sealed class OldRefreshTokenLivesOn()
    : PartFault<TokenService, OldRefreshTokenLivesOn.Faulty>("REF-06", "A refresh token stays valid when a token that was got by it is used.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : TokenService(options)
    {
        protected override void Supersede(string? refreshToken)
        {
        }
    }
}
