using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-15.</summary>
internal sealed class MadeUpDeviceIsNotTheSessions()
    : PartFault<Register, MadeUpDeviceIsNotTheSessions.Faulty>("REG-15", "A registration that names no device tells another than the access token belongs to.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override JsonObject Result(Account account, RequestObject body)
        {
            var result = base.Result(account, body);
            if (!body.Has("device_id") && result.ContainsKey("device_id"))
            {
                result["device_id"] = "ELSEWHERE";
            }

            return result;
        }
    }
}
