using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>What the specification lays down about devices ("Device Management", "Relationship between access tokens and devices",
/// "Logout").</summary>
internal sealed record DeviceRules : RuleSet
{
    /// <summary>Makes the ID of a device if the client gives none: a new one each time ("login", <c>device_id</c>; LOG-15).</summary>
    public Func<string> NewId { get => Read(field); init; } = () => OpaqueTokens.CreateName(10);

    /// <summary>
    /// Whether the name given at login renames a known device. It does not: "Ignored if <c>device_id</c> corresponds to a known device"
    /// (LOG-17).
    /// </summary>
    public bool LoginRenamesKnownDevices { get => Read(field); init; }

    /// <summary>Whose devices are listed: "information about all devices for the current user" (DEV-05).</summary>
    public Owners Listed { get => Read(field); init; } = (asking, _) => [asking];

    /// <summary>Whose devices can be looked at: "The current user has no device with the given ID" is 404 (DEV-07).</summary>
    public Owners Shown { get => Read(field); init; } = (asking, _) => [asking];

    /// <summary>Whose devices can be renamed (DEV-10).</summary>
    public Owners Renamed { get => Read(field); init; } = (asking, _) => [asking];

    /// <summary>
    /// Who can create a device by naming it: application services, "Device management" of the application service API (DEV-10, APS-14).
    /// </summary>
    public Predicate<Requester> Creates { get => Read(field); init; } = caller => caller.IsApplicationService;

    /// <summary>
    /// Which calls to delete a device must be authenticated: those of users, not of application services (DEV-11, APS-15).
    /// </summary>
    public Predicate<Call> DeletionAuthenticates { get => Read(field); init; } = call => !call.RequiredCaller.IsApplicationService;

    /// <summary>
    /// Which calls to delete several devices must be authenticated: those of users, not of application services (DEV-18, APS-16).
    /// </summary>
    public Predicate<Call> BulkDeletionAuthenticates { get => Read(field); init; } = call => !call.RequiredCaller.IsApplicationService;

    /// <summary>Which devices a deletion concerns, among those of the owner and of others: the named one (DEV-12, DEV-17).</summary>
    public Func<Account, string, IEnumerable<Account>, IEnumerable<(Account Owner, string DeviceId)>> Deleted
    {
        get =>
        Read(field); init;
    } =
        (owner, deviceId, _) => [(owner, deviceId)];

    /// <summary>
    /// What is deleted with a device: its access tokens (DEV-14), refresh tokens and keys (DEV-15), and itself (DEV-12).
    /// </summary>
    public DeviceParts Deletion { get => Read(field); init; } = DeviceParts.All;

    /// <summary>What is deleted with several devices (DEV-19).</summary>
    public DeviceParts BulkDeletion { get => Read(field); init; } = DeviceParts.All;

    /// <summary>Which devices of the user a logout concerns: the one of the access token (LGO-05).</summary>
    public Func<Account, string, IEnumerable<string>> LoggedOut { get => Read(field); init; } = (_, deviceId) => [deviceId];

    /// <summary>Whose devices of the ID a logout concerns: those of the user who asks (LGO-05).</summary>
    public Owners LoggedOutOwners { get => Read(field); init; } = (asking, _) => [asking];

    /// <summary>Whose devices a logout everywhere concerns: those of the user who asks (LGO-08).</summary>
    public Owners LoggedOutEverywhereOwners { get => Read(field); init; } = (asking, _) => [asking];

    /// <summary>What is deleted when a device is logged out: its tokens (LGO-02, REF-12), its keys (LGO-04), and itself (LGO-03).</summary>
    public DeviceParts Logout { get => Read(field); init; } = DeviceParts.All;

    /// <summary>The device that a logout everywhere spares: none, not even that of the access token used (LGO-08).</summary>
    public Func<Requester, string?> SparedByLogoutEverywhere { get => Read(field); init; } = _ => null;

    /// <summary>What is deleted when all devices are logged out (LGO-09, LGO-10), or by a change of password.</summary>
    public DeviceParts LogoutEverywhere { get => Read(field); init; } = DeviceParts.All;
}
