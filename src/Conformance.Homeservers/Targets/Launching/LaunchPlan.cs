namespace Conformance.Homeservers.Targets.Launching;

/// <summary>What to start, with every template filled in. Contains secrets.</summary>
internal sealed record LaunchPlan
{
    /// <summary>The target's and the profile's name.</summary>
    public required string Name { get; init; }

    /// <summary>The port on this machine.</summary>
    public required int HostPort { get; init; }

    /// <summary>The port that the server listens on.</summary>
    public required int ServerPort { get; init; }

    /// <summary>The program, with the arguments that it always has; null for the entry point of the image.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>Its further arguments.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The files, by absolute path.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();
}
