using System.Globalization;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>What a report says of the scenarios that could not be checked: each reason, and the scenarios that it kept from being
/// checked.</summary>
/// <param name="lines">Where it goes.</param>
internal sealed class NotCheckedLines(ConsoleLines lines)
{
    /// <summary>How many scenarios were tried once more, and what came of it; null where none was.</summary>
    public static string? TriedAgain(RunReport report)
    {
        var again = report.Scenarios.Where(scenario => scenario.TriedAgain is not null).ToList();
        var still = again.Count(scenario => scenario.Verdict is Verdict.NotChecked);
        return again.Count == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted.Of(again.Count, "scenario")}, alone: {again.Count - still} checked then, {still} not checked");
    }

    /// <summary>Writes the section; nothing where everything was checked.</summary>
    public void Write(RunReport report)
    {
        var scenarios = report.Scenarios.Where(scenario => scenario.Verdict is Verdict.NotChecked).ToList();
        if (scenarios.Count == 0)
            return;

        lines.Line($"{Counted.Of(scenarios.Count, "scenario")} not checked: these say nothing about the server", ConsoleStyle.Doubtful);
        var reasons = scenarios
            .GroupBy(scenario => scenario.NotCheckedReason ?? "no reason given", StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var reason in reasons)
        {
            lines.Line(string.Create(CultureInfo.InvariantCulture, $"{reason.Count(),6}  {Printable.OneLine(reason.Key)}"));
            foreach (var scenario in reason)
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}");
                lines.Line(new string(' ', 10) + Printable.OneLine($"{place}  {scenario.Name}"), ConsoleStyle.Quiet);
            }
        }

        lines.Line();
    }
}
