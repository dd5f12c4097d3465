using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Tokens;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-02.</summary>
internal sealed class LoginTokenAsksNoAuthentication()
    : PartFault<GenerateLoginToken, LoginTokenAsksNoAuthentication.Faulty>("LGT-02", "A login token is given without further authentication.")
{
    internal sealed class Faulty(UiaEngine engine, LoginTokenService loginTokens, ReferenceServerOptions options) : GenerateLoginToken(engine, loginTokens, options)
    {
        public override bool NeedsAuthentication(Call call) => false;
    }
}
