namespace Conformance.Mutation.Hostile;

/// <summary>Every hostile server.</summary>
public static class HostileCatalogue
{
    /// <summary>Every one, by kind.</summary>
    public static IReadOnlyList<HostileServer> All { get; } =
        [.. HostileBodies.All, .. HostileWires.All, .. HostileStatuses.All, .. HostileVersions.All, .. HostileLives.All,
            .. HostileEchoes.All];
}
