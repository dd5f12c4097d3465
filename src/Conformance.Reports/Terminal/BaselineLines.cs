using System.Globalization;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>What a report says of the baseline: a line for each expected failure, and for each stale entry.</summary>
/// <param name="lines">Where it goes.</param>
internal sealed class BaselineLines(ConsoleLines lines)
{
    /// <summary>The baseline in one line.</summary>
    public static string Summary(BaselineReport baseline)
    {
        var file = Printable.OneLine(baseline.File);
        return baseline.Update switch
        {
            null => string.Create(
                CultureInfo.InvariantCulture,
                $"{file}: {baseline.Expected.Count} expected, {baseline.Stale.Count} stale, {baseline.Unchecked.Count} not checked by this run"),
            { Written: false } => $"{file} is unchanged, since the run did not finish",
            var update =>
                string.Create(CultureInfo.InvariantCulture,
                    $"{file} is rewritten: {update.Kept} kept, {update.Added} added, {update.Dropped} dropped"),
        };
    }

    /// <summary>Writes the sections; nothing without a baseline.</summary>
    public void Write(RunReport report)
    {
        if (report.Baseline is not { } baseline)
            return;

        // If the scenario has another check that is not listed, it already stands among the failures.
        var unexpected = report.Scenarios.Where(scenario => !scenario.IsExpected).SelectMany(scenario => scenario.Listed).ToHashSet();
        var expected = baseline.Expected.Where(entry => !unexpected.Contains(entry)).ToList();
        if (expected.Count > 0)
        {
            lines.Line(
                $"{Counted.Of(expected.Count, "expected failure")}, as {Printable.OneLine(baseline.File)} lists", ConsoleStyle.Doubtful);
            lines.Line();
            foreach (var entry in expected)
                lines.Line(
                    "   " + Printable.OneLine(entry.Subject), ConsoleStyle.Heading, "  " + Printable.OneLine(entry.Reason) + Remark(entry, report.Target));
            lines.Line();
        }

        if (baseline.Stale.Count == 0)
            return;
        var advice = report.StaleEntries == 0 ? "they are dropped" : "remove them, or let --update-baseline do it";
        lines.Line(
            $"{Counted.Of(baseline.Stale.Count, "stale baseline entry", "stale baseline entries")}: the listed checks pass; {advice}",
            report.StaleEntries == 0 ? ConsoleStyle.Doubtful : ConsoleStyle.Bad);
        lines.Line();
        foreach (var entry in baseline.Stale)
        {
            var place = Printable.OneLine(string.Create(CultureInfo.InvariantCulture, $"{baseline.File}:{entry.Line}"));
            lines.Line($"   {place}  {Printable.OneLine(entry.Subject)}", ConsoleStyle.Heading,
                "  " + Printable.OneLine(entry.Reason) + Remark(entry, report.Target));
        }

        lines.Line();
    }

    private static string Remark(BaselineEntry entry, TargetReport target) => entry.Server is null || entry.Server == target.ToServer()
        ? ""
        : " " + Printable.OneLine($"(listed for {entry.Server}; this is {target.ToServer()})");
}
