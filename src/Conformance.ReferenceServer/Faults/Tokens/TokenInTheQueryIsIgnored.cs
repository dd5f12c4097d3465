using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates TOK-08.</summary>
internal sealed class TokenInTheQueryIsIgnored()
    : PartFault<Authenticator, TokenInTheQueryIsIgnored.Faulty>("TOK-08", "An access token in the query is not looked at.")
{
    internal sealed class Faulty(TokenService tokens, AccountService accounts, DeviceService devices, ApplicationServiceDirectory services) : Authenticator(tokens, accounts, devices, services)
    {
        public override Requester Authenticate(Call call, string token) =>
            call.Target.Query("access_token") == token ? throw MatrixException.MissingToken() : base.Authenticate(call, token);
    }
}
