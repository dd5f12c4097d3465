using Conformance.Homeservers.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Cli.Running;

/// <summary>The user's options for a run.</summary>
internal sealed record RunArguments
{
    /// <summary>The target as written; null for the default.</summary>
    public string? Target { get; init; }

    /// <summary>The image to take in place of the target's own; null for its own.</summary>
    public string? Image { get; init; }

    /// <summary>How the target's homeservers are run.</summary>
    public TargetRuntime Runtime { get; init; }

    /// <summary>The folder with the unpacked file tree of a homeserver; null for none.</summary>
    public string? TreeFolder { get; init; }

    /// <summary>Whether the homeservers that the run starts stay when it has ended.</summary>
    public bool KeepServer { get; init; }

    /// <summary>The file that says where the suite's own servers listen, for a server that is set up to use them; null for none.</summary>
    public string? CompanionsFile { get; init; }

    /// <summary>The profiles of the target to use; empty for all.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Conditions on tags.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Requirement ids, or texts in titles and files.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The version to check the server against; null for the highest that it claims.</summary>
    public SpecVersion? SpecVersion { get; init; }

    /// <summary>How heavily the run weighs what it finds.</summary>
    public Strictness Strictness { get; init; }

    /// <summary>How many scenarios run at a time; null for the default.</summary>
    public int? Parallelism { get; init; }

    /// <summary>How long a scenario may take; null for the default.</summary>
    public TimeSpan? ScenarioTimeout { get; init; }

    /// <summary>The folder for reports; null for none.</summary>
    public string? ReportFolder { get; init; }

    /// <summary>The file with the known deviations; null for none.</summary>
    public string? BaselineFile { get; init; }

    /// <summary>Whether to ignore the built-in baseline of the target.</summary>
    public bool NoBaseline { get; init; }

    /// <summary>Whether to rewrite <see cref="BaselineFile"/> after the run.</summary>
    public bool UpdateBaseline { get; init; }

    /// <summary>The file with ready accounts; null for none.</summary>
    public string? AccountsFile { get; init; }

    /// <summary>The registration token; null for none. A secret.</summary>
    public string? RegistrationToken { get; init; }

    /// <summary>Whether any TLS certificate is accepted.</summary>
    public bool Insecure { get; init; }

    /// <summary>A PEM file with further certificate authorities; null for none.</summary>
    public string? CaFile { get; init; }

    /// <summary>Whether to keep accounts.</summary>
    public bool KeepAccounts { get; init; }

    /// <summary>The seed of every random choice; null to choose one.</summary>
    public int? Seed { get; init; }

    /// <summary>Faults of the embedded homeserver.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Whether only to show what would run.</summary>
    public bool DryRun { get; init; }

    /// <summary>Whether to show every exchange.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether to show the entries that would list each cause in a baseline.</summary>
    public bool Snippets { get; init; }

    /// <summary>Whether to write colours.</summary>
    public ColourChoice Colour { get; init; }

    /// <summary>The folder with features; null for the built-in ones.</summary>
    public string? FeaturesFolder { get; init; }

    /// <summary>The folder with the specification's data; null for the built-in one.</summary>
    public string? SchemasFolder { get; init; }
}
