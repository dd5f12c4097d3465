using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Opens another session than the one that a registration asks for.</summary>
internal abstract class RegisterWithOtherSession(RegisterParts parts) : Register(parts)
{
    /// <summary>The session that is opened.</summary>
    protected abstract SessionRequest InsteadOf(SessionRequest asked);

    protected sealed override JsonObject Result(Account account, RequestObject body) =>
        body.Boolean("inhibit_login") == true ? base.Result(account, body) : Sessions.Open(account, InsteadOf(SessionRequest.Read(body)));
}
