using Conformance.Homeservers.Containers;
using Conformance.Homeservers.FixedCompanions;
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

    /// <summary>Whether containers and processes stay when the run has ended.</summary>
    public bool KeepServers { get; init; }

    /// <summary>The companions that a homeserver at a URL has been set up to use, disposed with the source; null if it uses none, or the
    /// suite starts it.</summary>
    public FixedCompanionServers? Companions { get; init; }

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
