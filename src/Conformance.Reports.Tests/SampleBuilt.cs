using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Reports.Model;
using Conformance.Runner.Results;

namespace Conformance.Reports.Tests;

/// <summary>A report that the builder made, with every verdict in it.</summary>
internal static class SampleBuilt
{
    public static RunReport Report()
    {
        var finding = new Finding(FindingKind.StandardError, FindingSeverity.Violation, "", "errcode", "none", "The error has no errcode.");
        var exchange = SampleRuns.Exchange("deleteDevice", 403, "{}", "{}", "", finding);
        var ledger = new ResponseLedger(SampleRuns.Specification);
        ledger.Add(exchange, SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getPresence", 200, "{\"presence\":\"online\"}"), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevices", 200, "{\"devices\":[]}"), SampleRuns.Specification.Version);
        var violation = new ViolationException(new Violation("403 M_FORBIDDEN", "403", exchange));
        var advisory = SampleRuns.Requirements.All.First(requirement => VerdictPolicy.OnlyWarns(requirement, Strictness.Normal)).Id;
        return RunReportBuilder.Build(SampleRuns.Input(
            [
                SampleRuns.Result("Passing", ScenarioOutcome.Passed, 1, "DEV-14"),
                SampleRuns.Result("Failing", ScenarioOutcome.Failed, 2, "DEV-14") with { Exception = violation },
                SampleRuns.Result("Warning", ScenarioOutcome.Failed, 3, advisory)
                    .With(SampleRuns.Record(advisory)) with { Exception = violation },
                SampleRuns.Result("Erroneous", ScenarioOutcome.Failed, 4) with { Exception = new InvalidOperationException("it broke") },
                SampleRuns.Result("Skipped", ScenarioOutcome.Skipped, 5) with { SkipReason = "Ignored" },
            ],
            ledger));
    }
}
