namespace Conformance.Homeservers.Containers;

/// <summary>The settings of the machine that say where its engine is.</summary>
internal sealed record EngineEnvironment
{
    /// <summary>The value of an environment variable; <c>null</c> or empty if it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The user's home folder.</summary>
    public required string Home { get; init; }

    /// <summary>Docker's own socket on this machine.</summary>
    public string DockerSocket { get; init; } = "/var/run/docker.sock";

    /// <summary>The socket of Podman's service for the whole machine.</summary>
    public string PodmanSocket { get; init; } = "/run/podman/podman.sock";

    public static EngineEnvironment OfProcess() => new()
    {
        Variable = Environment.GetEnvironmentVariable,
        Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
    };
}
