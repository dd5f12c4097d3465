using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-06.</summary>
internal sealed class RegistrationAlwaysGivesARefreshToken()
    : PartFault<Register, RegistrationAlwaysGivesARefreshToken.Faulty>("REG-06", "A registration gives a refresh token to clients that did not ask for one.")
{
    internal sealed class Faulty(RegisterParts parts) : Register(parts)
    {
        protected override JsonObject Result(Account account, RequestObject body) =>
            body.Boolean("inhibit_login") == true ? base.Result(account, body) : Sessions.Open(account, SessionRequest.Read(body) with { Refreshable = true });
    }
}
