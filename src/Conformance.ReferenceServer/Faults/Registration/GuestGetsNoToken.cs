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

/// <summary>Violates REG-24.</summary>
internal sealed class GuestGetsNoToken()
    : PartFault<Register, GuestGetsNoToken.Faulty>("REG-24", "The registration of a guest gives no access token.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override Reply RegisterGuest(RequestObject body)
        {
            var reply = (JsonObject)JsonNode.Parse(base.RegisterGuest(body).Body.Span)!;
            reply.Remove("access_token");
            return Reply.Ok(reply);
        }
    }
}
