using System.Globalization;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>A section on scenarios that say nothing about the server: each reason, the most frequent first.</summary>
/// <param name="lines">Where it goes.</param>
internal sealed class ReasonLines(ConsoleLines lines)
{
    /// <summary>Writes the section; nothing where there are no scenarios.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="title">What to say of their number.</param>
    /// <param name="reasonOf">Why a scenario is among them; null where nobody says.</param>
    /// <param name="lists">Whether each reason lists its scenarios.</param>
    public void Write(
        IReadOnlyCollection<ScenarioReport> scenarios, string title, Func<ScenarioReport, string?> reasonOf, bool lists)
    {
        if (scenarios.Count == 0)
            return;

        lines.Line($"{Counted.Of(scenarios.Count, "scenario")} {title}", ConsoleStyle.Doubtful);
        var reasons = scenarios
            .GroupBy(scenario => reasonOf(scenario) ?? "no reason given", StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var reason in reasons)
        {
            lines.Line(string.Create(CultureInfo.InvariantCulture, $"{reason.Count(),6}  {Printable.OneLine(reason.Key)}"));
            foreach (var scenario in reason.Where(_ => lists))
            {
                var place = string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}");
                lines.Line(new string(' ', 10) + Printable.OneLine($"{place}  {scenario.Name}"), ConsoleStyle.Quiet);
            }
        }

        lines.Line();
    }
}
