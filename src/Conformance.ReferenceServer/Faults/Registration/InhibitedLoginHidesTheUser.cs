using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-01.</summary>
internal sealed class InhibitedLoginHidesTheUser()
    : PartFault<Register, InhibitedLoginHidesTheUser.Faulty>("REG-01", "A registration without a session does not say which user it made.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override JsonObject Result(Account account, RequestObject body) =>
            body.Boolean("inhibit_login") == true && !IsForService(body) ? [] : base.Result(account, body);
    }
}
