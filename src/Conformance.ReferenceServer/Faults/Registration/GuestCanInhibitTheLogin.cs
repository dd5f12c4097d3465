using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-25.</summary>
internal sealed class GuestCanInhibitTheLogin()
    : PartFault<Register, GuestCanInhibitTheLogin.Faulty>("REG-25", "The registration of a guest heeds inhibit_login.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override Reply RegisterGuest(RequestObject body)
        {
            var reply = (JsonObject)JsonNode.Parse(base.RegisterGuest(body).Body.Span)!;
            return body.Boolean("inhibit_login") == true ? Reply.Ok(new JsonObject { ["user_id"] = (string?)reply["user_id"] }) : Reply.Ok(reply);
        }
    }
}
