using Conformance.Reports.Model;
using Conformance.Spec;

namespace Conformance.Cli;

/// <summary>The exit codes of the command.</summary>
internal static class ExitCodes
{
    /// <summary>The server conforms, or deviates only as the baseline says, or the baseline was rewritten so that it does.</summary>
    public const int Conforming = 0;

    /// <summary>The server violates the specification, or a baseline entry is stale.</summary>
    public const int Violations = 1;

    /// <summary>The command line, a file that it names, or a feature is at fault.</summary>
    public const int Usage = (int)ErrorKind.Usage;

    /// <summary>The target cannot be reached or used, or has died.</summary>
    public const int Target = (int)ErrorKind.Target;

    /// <summary>The suite itself is at fault.</summary>
    public const int SuiteError = (int)ErrorKind.Suite;

    /// <summary>Nothing was checked, or more than one in twenty of the selected scenarios could not be.</summary>
    public const int NotChecked = 5;

    /// <summary>Ended by Ctrl-C or a signal (128 + SIGINT, as in shells).</summary>
    public const int Interrupted = 130;

    /// <summary>
    /// The exit code of a finished run. An error of the suite outweighs violations, since with errors nobody knows what else the run would
    /// have found. A violation outweighs what could not be checked.
    /// </summary>
    public static int Of(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (report.Interrupted)
            return Interrupted;
        if (report.Deaths.Any(death => !death.IsRestarted))
            return Target;
        if (report.Summary.Errors > 0)
            return SuiteError;
        if (report.Deaths.Count > 0)
            return Violations;
        if (report.Baseline is { Update.Written: true })
            return Conforming;
        if (report.Summary.Failed > 0 || report.FailedResponses > 0 || report.StaleEntries > 0)
            return Violations;
        return report.Summary.IsConclusive ? Conforming : NotChecked;
    }
}
