using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Configuration;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>The parts of logins.</summary>
/// <param name="Accounts">The users.</param>
/// <param name="Identifiers">Finds the user that an identifier means.</param>
/// <param name="LoginTokens">The login tokens.</param>
/// <param name="Credentials">Knows application services by their tokens.</param>
/// <param name="Services">The application services.</param>
/// <param name="Sessions">Opens sessions.</param>
/// <param name="ServiceRules">Whom application services log in.</param>
/// <param name="Options">The options.</param>
internal sealed record LoginParts(
    AccountService Accounts,
    UserIdentifiers Identifiers,
    LoginTokenService LoginTokens,
    ServiceCredentials Credentials,
    ApplicationServiceDirectory Services,
    SessionService Sessions,
    ApplicationServiceRules ServiceRules,
    ReferenceServerOptions Options);
