using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-05.</summary>
internal sealed class InhibitedLoginHasALifetime()
    : PartFault<Register, InhibitedLoginHasALifetime.Faulty>("REG-05", "A registration without a session says how long its access token lives.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            var result = base.Result(account, body);
            if (body.Boolean("inhibit_login") == true)
            {
                result["expires_in_ms"] = 60_000;
            }

            return result;
        }
    }
}
