using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Runs;

/// <summary>What a run is about.</summary>
public sealed record TestRunOptions
{
    /// <summary>The specification to judge by.</summary>
    public required Specification Specification { get; init; }

    /// <summary>What the specification demands, in our words.</summary>
    public required RequirementCatalogue Requirements { get; init; }

    /// <summary>The homeserver under test.</summary>
    public required Target Target { get; init; }

    /// <summary>What the run keeps over all its homeservers; null where this is the only one.</summary>
    public RunRecord? Record { get; init; }

    /// <summary>How heavily the run weighs what it finds.</summary>
    public Strictness Strictness { get; init; }

    /// <summary>The seed of the run's random choices.</summary>
    public int Seed { get; init; }

    /// <summary>True to leave the accounts made by the run as they are.</summary>
    public bool KeepAccounts { get; init; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one call may wait on 429 answers, all waits together.</summary>
    public TimeSpan RateLimitDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the removal of what one scenario made may take.</summary>
    public TimeSpan CleanUpDeadline { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Hears why a request is made, before it is sent; null for nobody.</summary>
    public Action<ExchangeRole>? Sending { get; init; }

    /// <summary>The clock by which answers are dated and lifetimes are waited for.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>True to accept any TLS certificate.</summary>
    public bool Insecure { get; init; }

    /// <summary>A PEM file with certificate authorities to trust besides the system's; null for none.</summary>
    public string? CaFile { get; init; }
}
