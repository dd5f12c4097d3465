using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Reports.Model;

/// <summary>
/// What a run found, ready to be written in any form. It contains no secrets: everything in it went through the redactor when it was built,
/// so that no writer has to think of them.
/// </summary>
public sealed record RunReport
{
    /// <summary>The suite's name and version, e.g. <c>Conformance 0.1.0</c>.</summary>
    public required string Suite { get; init; }

    /// <summary>The run's id; the user names of the run begin with it.</summary>
    public required string RunId { get; init; }

    /// <summary>The seed of every random choice of the run.</summary>
    public required int Seed { get; init; }

    /// <summary>How heavily the run weighs what it finds.</summary>
    public Strictness Strictness { get; init; }

    /// <summary>Whether the run was cancelled before its end.</summary>
    public bool Interrupted { get; init; }

    /// <summary>The version of the specification that the target was held against.</summary>
    public required SpecVersion SpecVersion { get; init; }

    /// <summary>The homeserver.</summary>
    public required TargetReport Target { get; init; }

    /// <summary>The profiles of the target that the run started, in their order.</summary>
    public IReadOnlyList<ProfileReport> Profiles { get; init; } = [];

    /// <summary>The homeservers that died, in the order of their deaths; empty if none did.</summary>
    public IReadOnlyList<DeathReport> Deaths { get; init; } = [];

    /// <summary>From the command to the first scenario's start.</summary>
    public TimeSpan StartedAfter { get; init; }

    /// <summary>From the first scenario's start to the last one's end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The scenarios, by file and line.</summary>
    public IReadOnlyList<ScenarioReport> Scenarios { get; init; } = [];

    /// <summary>The kinds of response seen, by operation and status.</summary>
    public IReadOnlyList<ResponseReport> Responses { get; init; } = [];

    /// <summary>The documented responses that never came, of the operations called; by operation, without those of which all
    /// came.</summary>
    public IReadOnlyList<UnseenResponsesReport> UnseenResponses { get; init; } = [];

    /// <summary>Every requirement of the catalogue, in its order.</summary>
    public IReadOnlyList<RequirementReport> Requirements { get; init; } = [];

    /// <summary>How much of the specification the run touched.</summary>
    public required CoverageReport Coverage { get; init; }

    /// <summary>What the run made and could not remove, one sentence each.</summary>
    public IReadOnlyList<string> CleanUpRemarks { get; init; } = [];

    /// <summary>How the run compares with the baseline; null where there is none.</summary>
    public BaselineReport? Baseline { get; init; }

    /// <summary>How many scenarios had which verdict.</summary>
    public RunSummary Summary => new(
        Count(Verdict.Pass), Count(Verdict.Fail), Count(Verdict.Warn), Count(Verdict.Skip), Count(Verdict.Error), Elapsed)
    {
        Expected = Scenarios.Count(scenario => scenario.IsExpected),
        NotChecked = Count(Verdict.NotChecked),
        Blocked = Scenarios.Count(scenario => scenario.MissingOperation is not null),
    };

    /// <summary>How many kinds of response violate the specification without being listed in a baseline.</summary>
    public int FailedResponses => Responses.Count(response => response is { Verdict: Verdict.Fail, IsExpected: false });

    /// <summary>Entries of the baseline that are stale and stay in the file.</summary>
    public int StaleEntries => Baseline is null or { Update.Written: true } ? 0 : Baseline.Stale.Count;

    private int Count(Verdict verdict) => Scenarios.Count(scenario => scenario.Verdict == verdict && !scenario.IsExpected);
}
