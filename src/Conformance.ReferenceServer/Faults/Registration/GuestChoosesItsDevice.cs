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

/// <summary>Violates REG-26.</summary>
internal sealed class GuestChoosesItsDevice()
    : PartFault<Register, GuestChoosesItsDevice.Faulty>("REG-26", "A guest gets the device that it asks for.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override Reply RegisterGuest(RequestObject body)
        {
            var reply = base.RegisterGuest(body);
            if (body.String("device_id") is not { } wanted)
            {
                return reply;
            }

            var guest = Accounts.Find((string)JsonNode.Parse(reply.Body.Span)!["user_id"]!)!;
            return Reply.Ok(Sessions.Open(guest, new SessionRequest(wanted, DisplayName: null, Refreshable: false)));
        }
    }
}
