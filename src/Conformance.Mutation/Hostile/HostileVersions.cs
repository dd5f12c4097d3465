using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Hostile;

/// <summary>Servers that claim odd versions of the specification.</summary>
internal static class HostileVersions
{
    private const int Many = 10_000;

    /// <summary>Every server of this kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
    [
        Claiming("no-version", "No version is claimed.", []),
        Claiming("many-versions", "Ten thousand versions are claimed.", [.. Enumerable.Range(0, Many).Select(minor => $"v7.{minor}")]),
        Claiming(
            "odd-versions", "Versions of another shape are claimed.", ["one", "", "v", "v1", "v1.99999999999999", "v-1.-1", "\u001b[31m"]),
        Claiming("numbers-for-versions", "Numbers are claimed.", [1, 2]),
        new("versions-fail", "The list of versions fails with 500.",
            WireLayer.Answers("getVersions", _ => WireAnswer.OfError(500, "M_UNKNOWN", "The database is gone.")))
        {
            InScenarios = HostileEnds.None,
        },
    ];

    private static HostileServer Claiming(string name, string description, IReadOnlyList<JsonNode> versions) => new(
        name, description, WireLayer.Answers("getVersions", answer => answer.Changed(body => body["versions"] = List(versions))))
    {
        InProbes = HostileEnds.Unusable,
        InScenarios = HostileEnds.None,
    };

    private static JsonArray List(IEnumerable<JsonNode> versions) => new([.. versions.Select(version => version.DeepClone())]);
}
