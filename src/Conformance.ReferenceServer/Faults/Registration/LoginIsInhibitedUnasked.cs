using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-02.</summary>
internal sealed class LoginIsInhibitedUnasked()
    : PartFault<Register, LoginIsInhibitedUnasked.Faulty>("REG-02", "A registration with inhibit_login false gives no session.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body) =>
            body.Boolean("inhibit_login") == false ? new JsonObject { ["user_id"] = account.UserId } : base.Result(account, body);
    }
}
