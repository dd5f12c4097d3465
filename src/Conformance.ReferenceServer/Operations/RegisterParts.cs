using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Operations;

/// <summary>What registrations are made with.</summary>
/// <param name="Engine">Asks for authentication.</param>
/// <param name="Accounts">The users.</param>
/// <param name="Usernames">Which names can be had.</param>
/// <param name="Credentials">Knows application services by their tokens.</param>
/// <param name="Sessions">Opens sessions.</param>
/// <param name="Identifiers">The identifiers of accounts.</param>
/// <param name="Options">The options.</param>
internal sealed record RegisterParts(
    UiaEngine Engine,
    AccountService Accounts,
    UsernamePolicy Usernames,
    ServiceCredentials Credentials,
    SessionService Sessions,
    AccountIdentifiers Identifiers,
    ReferenceServerOptions Options);
