using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-14.</summary>
internal sealed class AuthenticationDataSetsThePassword()
    : PartFault<Register, AuthenticationDataSetsThePassword.Faulty>("REG-14", "A password among the authentication data of a registration becomes that of the account.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            if (body.Object("auth")?.String("password") is { } password)
            {
                Accounts.SetPassword(account, password);
            }

            return base.Result(account, body);
        }
    }
}
