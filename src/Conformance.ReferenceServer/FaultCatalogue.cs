using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Chapters.Callers;
using Conformance.ReferenceServer.Chapters.Deactivation;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Chapters.Logins;
using Conformance.ReferenceServer.Chapters.Logouts;
using Conformance.ReferenceServer.Chapters.Passwords;
using Conformance.ReferenceServer.Chapters.Pushers;
using Conformance.ReferenceServer.Chapters.Registration;
using Conformance.ReferenceServer.Chapters.SingleSignOn;
using Conformance.ReferenceServer.Chapters.Standards;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Faults;

namespace Conformance.ReferenceServer;

/// <summary>All faults, by chapter in the files beside the services.</summary>
public static class FaultCatalogue
{
    /// <summary>The faults, in the order of their names.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. ((IEnumerable<IReadOnlyList<Fault>>)
        [
            ApplicationServiceFaults.All, CallerFaults.All, DeactivationFaults.All, DeviceFaults.All, KeyFaults.All, LoginFaults.All,
            LoginTokenFaults.All, LogoutFaults.All, MistakenTokenFaults.All, PasswordFaults.All, PusherFaults.All, RegistrationFaults.All,
            SignOnFaults.All, StandardFaults.All, ThreePidFaults.All, TokenFaults.All, TokenRequestFaults.All, UiaFaults.All,
        ]).SelectMany(faults => faults).OrderBy(fault => fault.Name, StringComparer.Ordinal),
    ];

    /// <summary>The faults with these names.</summary>
    /// <exception cref="ReferenceServerException">There is no fault with one of the names; the message lists all.</exception>
    public static IReadOnlyList<Fault> Find(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Select(name => All.FirstOrDefault(fault => fault.Name == name) ?? throw Unknown(name))];

    private static ReferenceServerException Unknown(string name) =>
        new($"there is no fault \"{name}\"", $"choose from {string.Join(", ", All.Select(fault => fault.Name))}.");
}
