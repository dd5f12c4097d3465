using System.Globalization;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Spec;

namespace Conformance.Reports.Tests.Causes;

/// <summary>Failures made by hand, for the tests of what belongs together.</summary>
internal static class SampleCauses
{
    /// <summary>A scenario that failed at an answer of an operation.</summary>
    public static ScenarioReport Failing(
        string requirement,
        string operation,
        string expected,
        string actual,
        int status,
        string? sent = null,
        string title = "Something") => new()
        {
            Id = $"chapter/{operation}#{requirement}-{title}",
            File = $"features/chapter/{operation}.feature",
            Line = 3,
            Feature = "A feature",
            Name = title,
            Verdict = Verdict.Fail,
            Duration = TimeSpan.FromMilliseconds(12),
            Requirements = [Reference(requirement)],
            Violations = [new ViolationReport(expected, actual, Exchange(operation, status, sent))],
        };

    /// <summary>A scenario that failed with the answer itself.</summary>
    public static ScenarioReport Answered(
        string requirement, string operation, string expected, string actual, string? sent = null, string title = "Something") =>
        Failing(requirement, operation, expected, actual, int.Parse(actual.AsSpan(0, 3), CultureInfo.InvariantCulture), sent, title);

    /// <summary>The run of some scenarios, with the stake of each requirement.</summary>
    public static RunReport Run(
        IReadOnlyList<ScenarioReport> scenarios,
        IReadOnlyList<ResponseReport>? responses = null,
        params (string Id, RequirementStake Stake)[] stakes) =>
        SampleReports.Report(scenarios, responses ?? []) with
        {
            Requirements =
            [
                .. stakes.Select(stake =>
                    new RequirementReport(stake.Id, "chapter", RequirementOutcome.Fail, []) { Stake = stake.Stake }),
            ],
        };

    /// <summary>A kind of response that was seen, and has nothing wrong with it.</summary>
    public static ResponseReport Response(string operation, int status) =>
        SampleReports.GoodResponse with { Operation = operation, Status = status };

    private static RequirementReference Reference(string id) =>
        new(id, $"The text of {id}.", new Uri("https://spec.matrix.org/v1.19/client-server-api/#login"));

    private static ExchangeReport Exchange(string operation, int status, string? sent) => SampleReports.WhoAmI with
    {
        Operation = operation,
        Status = status,
        RequestBody = sent,
    };
}
