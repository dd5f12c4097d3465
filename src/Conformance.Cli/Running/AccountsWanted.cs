using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Targets;
using Conformance.Runner.Features;
using Conformance.Spec;

namespace Conformance.Cli.Running;

/// <summary>How many ready accounts the scenarios of a run can use: as many as the one with the most people, and another for each that
/// deactivates one.</summary>
internal static partial class AccountsWanted
{
    /// <summary>What to tell before the run where too few are given; null where there are enough, or the suite makes its own.</summary>
    public static Problem? Complaint(Target target, IReadOnlyCollection<Scenario> scenarios)
    {
        var given = target.ReadyAccounts.Count;
        if (given == 0 || target.AccountMaker is not null || scenarios.Count == 0)
            return null;
        var most = scenarios.Max(scenario => People(scenario).Count());
        var used = scenarios.Count(scenario =>
            scenario.Steps.Any(step => step.Text.Contains(Operations.DeactivateAccount, StringComparison.Ordinal)));
        return given >= most + used
            ? null
            : new Problem(string.Create(
                CultureInfo.InvariantCulture, $"{given} {(given == 1 ? "account is" : "accounts are")} given, and the scenarios may need up to {most + used}"))
            {
                Why = string.Create(
                    CultureInfo.InvariantCulture, $"there are up to {most} people in one, and {used} deactivate an account"),
                NextStep = "give more accounts; scenarios for which too few are left are skipped.",
            };
    }

    private static IEnumerable<string> People(Scenario scenario) => scenario.Steps
        .Select(step => Owner().Match(step.Text))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value)
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^(\p{Lu}\p{Ll}+) (?:has an account|is logged in)")]
    private static partial Regex Owner();
}
