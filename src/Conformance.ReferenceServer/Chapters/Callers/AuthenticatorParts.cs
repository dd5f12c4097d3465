using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Tokens;

namespace Conformance.ReferenceServer.Chapters.Callers;

/// <summary>The parts that find the owner of an access token.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Accounts">The users.</param>
/// <param name="Devices">The devices.</param>
/// <param name="Services">The application services.</param>
/// <param name="GuestRules">What guests may do.</param>
/// <param name="ServiceRules">Whom application services may act as.</param>
internal sealed record AuthenticatorParts(
    TokenService Tokens,
    AccountService Accounts,
    DeviceService Devices,
    ApplicationServiceDirectory Services,
    CallerRules GuestRules,
    ApplicationServiceRules ServiceRules);
