using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-04.</summary>
internal sealed class InhibitedLoginOpensASession()
    : PartFault<Register, InhibitedLoginOpensASession.Faulty>("REG-04", "A registration with inhibit_login true gives a session.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body) => Sessions.Open(account, SessionRequest.Read(body));
    }
}
