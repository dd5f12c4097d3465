using System.Globalization;
using Conformance.Runner;
using Conformance.Runner.Features;

namespace Conformance.Cli.Running;

/// <summary>Shows what a run would do, without a server.</summary>
/// <param name="shell">What surrounds the command.</param>
internal sealed class DryRun(Shell shell)
{
    /// <summary>Lists the scenarios, and complains about steps that cannot be run.</summary>
    /// <returns>The exit code.</returns>
    public int Show(IReadOnlyList<Scenario> scenarios, BindingRegistry registry)
    {
        foreach (var scenario in scenarios)
            shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}  {scenario.Name}"));

        var report = registry.Check(scenarios);
        var problems = report.Problems
            .Concat(report.Undefined.Concat(report.Ambiguous).Concat(report.Misfitting).Select(step => step.Message))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        foreach (var problem in problems)
            shell.Error.WriteLine(problem);

        shell.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{scenarios.Count} scenarios would run, {problems.Count} steps have problems"));
        return problems.Count == 0 ? ExitCodes.Conforming : ExitCodes.SuiteError;
    }
}
