using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-08.</summary>
internal sealed class TokenInTheQueryIsIgnored()
    : PartFault<Authenticator, TokenInTheQueryIsIgnored.Faulty>("TOK-08", "An access token in the query is not looked at.")
{
    internal sealed class Faulty(AuthenticatorParts parts) : Authenticator(parts)
    {
        public override Requester Authenticate(Call call, string token) =>
            call.Target.Query("access_token") == token ? throw MatrixException.MissingToken() : base.Authenticate(call, token);
    }
}
