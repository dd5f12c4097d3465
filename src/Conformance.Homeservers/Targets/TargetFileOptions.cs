using Conformance.Homeservers.Containers;
using Conformance.Matrix.Actors;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Targets;

/// <summary>How the homeservers of a target file are run.</summary>
public sealed record TargetFileOptions
{
    /// <summary>The image to use instead of the file's; null for the file's.</summary>
    public string? Image { get; init; }

    /// <summary>How they are run.</summary>
    public TargetRuntime Runtime { get; init; }

    /// <summary>The unpacked tree's folder; null for the file's.</summary>
    public string? TreeFolder { get; init; }

    /// <summary>Whether containers, and the data folders of processes, stay.</summary>
    public bool KeepContainers { get; init; }

    /// <summary>The specification that they will be judged by; null for the newest that is built in.</summary>
    public Specification? Specification { get; init; }

    /// <summary>The version to test; null for the file's, else the highest that the server claims.</summary>
    public SpecVersion? SpecVersion { get; init; }

    /// <summary>The registration token; null for the profile's. A secret.</summary>
    public string? RegistrationToken { get; init; }

    /// <summary>Ready accounts; empty for the profile's own way. Secrets.</summary>
    public IReadOnlyList<Account> Accounts { get; init; } = [];

    /// <summary>True to accept any TLS certificate.</summary>
    public bool Insecure { get; init; }

    /// <summary>A PEM file with certificate authorities to trust besides the system's; null for none.</summary>
    public string? CaFile { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The seed of the run's random choices.</summary>
    public int Seed { get; init; }

    /// <summary>Receives the progress of pulling an image; null if nobody needs it.</summary>
    public IProgress<string>? Progress { get; init; }

    /// <summary>Connects to the container engine.</summary>
    public Func<CancellationToken, Task<IContainerEngine>> Connect { get; init; } = ContainerEngines.ConnectAsync;
}
