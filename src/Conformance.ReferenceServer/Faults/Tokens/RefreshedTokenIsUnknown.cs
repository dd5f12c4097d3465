using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-02.</summary>
internal sealed class RefreshedTokenIsUnknown()
    : PartFault<TokenService, RefreshedTokenIsUnknown.Faulty>("REF-02", "The access token that a refresh gives is not known afterwards.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : RefreshNotingTokenService(options)
    {
        public override AccessToken Use(string token) =>
            IsRefreshed(token) ? throw MatrixException.UnknownToken("The access token is not known.") : base.Use(token);
    }
}
