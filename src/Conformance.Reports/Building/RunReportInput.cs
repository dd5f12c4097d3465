using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Building;

/// <summary>What a run left behind, from which its report is made. Contains secrets.</summary>
public sealed record RunReportInput
{
    /// <summary>The suite's name and version.</summary>
    public required string Suite { get; init; }

    /// <summary>The run's id.</summary>
    public required string RunId { get; init; }

    /// <summary>The seed of every random choice of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>How heavily the run weighs what it finds.</summary>
    public Strictness Strictness { get; init; }

    /// <summary>Whether the run was cancelled before its end.</summary>
    public bool Interrupted { get; init; }

    /// <summary>The homeserver.</summary>
    public required Target Target { get; init; }

    /// <summary>The specification that it was held against.</summary>
    public required Specification Specification { get; init; }

    /// <summary>The catalogue.</summary>
    public required RequirementCatalogue Requirements { get; init; }

    /// <summary>The kinds of response seen.</summary>
    public required ResponseLedger Responses { get; init; }

    /// <summary>Masks the run's secrets.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>The results of the scenarios, in any order.</summary>
    public required IReadOnlyList<ScenarioResult> Results { get; init; }

    /// <summary>
    /// Every scenario there is, by file and line, those that were not selected too: only so a scenario has the same id whatever else is
    /// selected. Empty if these are
    /// the scenarios of <see cref="Results"/>.
    /// </summary>
    public IReadOnlyList<Scenario> AllScenarios { get; init; } = [];

    /// <summary>From the command to the first scenario's start.</summary>
    public TimeSpan StartedAfter { get; init; }

    /// <summary>How long the scenarios took, all in all.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The profiles of the target that were started, in their order; empty where the target has none.</summary>
    public IReadOnlyList<ProfileStartReport> Profiles { get; init; } = [];

    /// <summary>The homeservers that died, in the order of their deaths.</summary>
    public IReadOnlyList<ServerDeathInput> Deaths { get; init; } = [];

    /// <summary>The logs of the homeservers that the suite started.</summary>
    public ServerLogs Logs { get; init; } = ServerLogs.None;

    /// <summary>What the run made and could not remove, one sentence each.</summary>
    public IReadOnlyList<string> CleanUpRemarks { get; init; } = [];

    /// <summary>The folder that the scenarios' files are in, as it is written in their names; scenario ids leave it out.</summary>
    public string FeaturesRoot { get; init; } = "features";
}
