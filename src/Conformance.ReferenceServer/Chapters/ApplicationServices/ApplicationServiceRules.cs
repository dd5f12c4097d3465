using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.ApplicationServices;

/// <summary>
/// What the specification lays down about application services ("Identity assertion", "Server admin style permissions", "Device
/// management" of their API).
/// </summary>
internal sealed record ApplicationServiceRules : RuleSet
{
    /// <summary>The parameter of the query by which a service names the device to act on (APS-02).</summary>
    public string DeviceParameter { get => Read(field); init; } = "device_id";

    /// <summary>
    /// Which requests must name a device of the user: all; any other device gets 400 <c>M_UNKNOWN_DEVICE</c> (APS-03, APS-04).
    /// </summary>
    public Predicate<RequestTarget> ChecksDevice { get => Read(field); init; } = _ => true;

    /// <summary>Whether a service can act as the users of its namespaces only (WHO-05).</summary>
    public bool ActsOnlyAsItsOwn { get => Read(field); init; } = true;

    /// <summary>Whether a service can register users of its namespaces only: 400 <c>M_EXCLUSIVE</c> otherwise (APS-06).</summary>
    public bool RegistersOnlyItsOwn { get => Read(field); init; } = true;

    /// <summary>Who is logged in when a service logs in as a user, given that user and the service's own: the user (APS-11).</summary>
    public Func<Account, Account, Account> LoggedIn { get => Read(field); init; } = (user, _) => user;

    /// <summary>Whether the names of a namespace that is not exclusive are kept from ordinary users too (APS-18).</summary>
    public bool ReservesSharedNames { get => Read(field); init; }

    /// <summary>Whether a service can register users on a server without the legacy authentication API (APS-08).</summary>
    public bool RegistersWithoutLegacyApi { get => Read(field); init; } = true;

    /// <summary>
    /// Whether a service gets sessions of the users that it registers on such a server: 400 <c>M_APPSERVICE_LOGIN_UNSUPPORTED</c> if not
    /// (APS-09).
    /// </summary>
    public bool OpensSessionsWithoutLegacyApi { get => Read(field); init; }
}
