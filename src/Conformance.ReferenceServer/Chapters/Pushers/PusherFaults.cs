using Conformance.ReferenceServer.Faults;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>Faults of pushers.</summary>
internal static class PusherFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("pushers-survive-their-sessions", "PWD-12", "The pushers of sessions that a change of password ends are kept.",
            Rule<PusherRules>(rules => rules with { EndWithTheirSession = false })),
    ];
}
