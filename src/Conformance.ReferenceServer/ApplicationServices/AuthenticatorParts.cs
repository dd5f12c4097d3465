using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.ApplicationServices;

/// <summary>What tells whose access token it is.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Accounts">The users.</param>
/// <param name="Devices">The devices.</param>
/// <param name="Services">The application services.</param>
internal sealed record AuthenticatorParts(
    TokenService Tokens,
    AccountService Accounts,
    DeviceService Devices,
    ApplicationServiceDirectory Services);
