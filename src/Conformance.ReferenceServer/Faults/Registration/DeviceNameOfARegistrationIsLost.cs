using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-16.</summary>
internal sealed class DeviceNameOfARegistrationIsLost()
    : PartFault<Register, DeviceNameOfARegistrationIsLost.Faulty>("REG-16", "The name given to the device at registration is not kept.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body) =>
            body.Boolean("inhibit_login") == true ? base.Result(account, body) : Sessions.Open(account, SessionRequest.Read(body) with { DisplayName = null });
    }
}
