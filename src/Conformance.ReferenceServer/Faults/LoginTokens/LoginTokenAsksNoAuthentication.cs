using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-02.</summary>
internal sealed class LoginTokenAsksNoAuthentication()
    : AuthenticationFault<GenerateLoginToken>("LGT-02", "A login token is given without further authentication.")
{
    protected override bool Challenges(Call call, GenerateLoginToken operation) => false;
}
