using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>
/// A homeserver as data: where it comes from, its configuration, and the profiles that it can be started in. The form is described by
/// <c>docs/target-file.md</c> and
/// <c>docs/target.schema.json</c>. May hold secrets.
/// </summary>
public sealed record TargetFile
{
    /// <summary>What the target is called in reports.</summary>
    public required string Name { get; init; }

    /// <summary>With what it was last run; null if nobody has run it: it was written from the server's documentation.</summary>
    public Verification? Verified { get; init; }

    /// <summary>The images to choose from, the preferred one first; empty if it does not run in a container.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>How to start it as a plain process; null if that is not known.</summary>
    public TreeStart? Tree { get; init; }

    /// <summary>The URL of a running server; null if the suite starts it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The folder in the container that the configuration is copied to.</summary>
    public string DataFolder { get; init; } = "/data";

    /// <summary>The user (and group) in the container; null for the image's own.</summary>
    public string? User { get; init; }

    /// <summary>Replaces the image's entry point; null to keep it.</summary>
    public IReadOnlyList<string>? Entrypoint { get; init; }

    /// <summary>The port that the server listens on in its container; null where it can be told to listen on any.</summary>
    public int? Port { get; init; }

    /// <summary>The server name, the part of its user ids after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>How long the server may take until it answers.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The version of the specification to test; null to believe the server's claim.</summary>
    public SpecVersion? SpecVersion { get; init; }

    /// <summary>How to learn the server's version; null to ask the server only.</summary>
    public VersionSource? Version { get; init; }

    /// <summary>The profiles, in the order of preference; at least one.</summary>
    public required IReadOnlyList<TargetProfile> Profiles { get; init; }
}
