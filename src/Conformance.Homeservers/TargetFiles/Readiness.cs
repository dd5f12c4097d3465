namespace Conformance.Homeservers.TargetFiles;

/// <summary>How it is seen that a started homeserver is ready.</summary>
public sealed record Readiness
{
    /// <summary>What is asked for until it answers 200.</summary>
    public string Path { get; init; } = "/_matrix/client/versions";

    /// <summary>How long that may take.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);
}
