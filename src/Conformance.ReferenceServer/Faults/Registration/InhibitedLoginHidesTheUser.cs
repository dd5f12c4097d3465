using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-01.</summary>
internal sealed class InhibitedLoginHidesTheUser()
    : PartFault<Register, InhibitedLoginHidesTheUser.Faulty>("REG-01", "A registration without a session does not say which user it made.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body) =>
            body.Boolean("inhibit_login") == true && !IsForService(body) ? [] : base.Result(account, body);
    }
}
