using Conformance.Matrix.Verdicts;
using Conformance.Spec;

namespace Conformance.Reports.Model;

/// <summary>Failures and warnings that one change of the server would mend.</summary>
public sealed record Cause
{
    /// <summary>What kind of cause it is.</summary>
    public required CauseKind Kind { get; init; }

    /// <summary>One line as a changelog could have it: <c>add3PID is not implemented: 404 M_UNRECOGNIZED</c>.</summary>
    public required string Title { get; init; }

    /// <summary>What is at stake: the gravest of its requirements, as far as the harm was done.</summary>
    public required RequirementStake Stake { get; init; }

    /// <summary><see cref="Verdict.Fail"/> if one of its scenarios or kinds of response fails, else <see cref="Verdict.Warn"/>.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The requirements violated, by id; empty where only kinds of response are.</summary>
    public IReadOnlyList<RequirementReference> Requirements { get; init; } = [];

    /// <summary>The operations whose answers show it, in the order of the report.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>The scenarios that show it, by file and line.</summary>
    public IReadOnlyList<ScenarioReport> Scenarios { get; init; } = [];

    /// <summary>The kinds of response that show it, by operation and status.</summary>
    public IReadOnlyList<ResponseReport> Responses { get; init; } = [];

    /// <summary>The scenarios that could not be checked because of it: they need an operation that is not there.</summary>
    public IReadOnlyList<ScenarioReport> Blocked { get; init; } = [];

    /// <summary>How a baseline names it; several where the same thing is seen in several places.</summary>
    public IReadOnlyList<CauseMark> Marks { get; init; } = [];

    /// <summary>Whether the baseline lists all that it shows.</summary>
    public bool IsExpected => Scenarios.All(scenario => scenario.IsExpected) && Responses.All(response => response.IsExpected);
}
