using System.Collections.Frozen;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Callers;

/// <summary>What the specification lays down about those who call ("Guest Access").</summary>
internal sealed record CallerRules : RuleSet
{
    /// <summary>What guests may call, of the operations that take an access token and are served here (REG-27).</summary>
    public IReadOnlySet<string> OpenToGuests { get => Read(field); init; } = FrozenSet.Create(
        "getDevices", "getDevice", "updateDevice", "getTokenOwner", "uploadKeys", "queryKeys", "claimKeys", "getVersions");
}
