using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-26.</summary>
internal sealed class GuestChoosesItsDevice()
    : PartFault<Register, GuestChoosesItsDevice.Faulty>("REG-26", "A guest gets the device that it asks for.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
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
