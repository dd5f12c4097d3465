using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Chapters.Logins;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Configuration;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>The parts of registrations.</summary>
/// <param name="Engine">Asks for authentication.</param>
/// <param name="Accounts">The users.</param>
/// <param name="Usernames">Which names users may have.</param>
/// <param name="Credentials">Knows application services by their tokens.</param>
/// <param name="Sessions">Opens sessions.</param>
/// <param name="Identifiers">The identifiers of accounts.</param>
/// <param name="Rules">What the specification lays down about registrations.</param>
/// <param name="ServiceRules">What application services can register.</param>
/// <param name="Options">The options.</param>
internal sealed record RegisterParts(
    UiaEngine Engine,
    AccountService Accounts,
    UsernamePolicy Usernames,
    ServiceCredentials Credentials,
    SessionService Sessions,
    AccountIdentifiers Identifiers,
    RegistrationRules Rules,
    ApplicationServiceRules ServiceRules,
    ReferenceServerOptions Options);
