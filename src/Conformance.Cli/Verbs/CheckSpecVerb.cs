using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Parsing;
using Conformance.Spec.Checking;

namespace Conformance.Cli.Verbs;

/// <summary><c>check-spec</c>: checks the specification's sources against themselves, for its editors.</summary>
internal sealed class CheckSpecVerb
{
    private readonly Argument<string> _directory =
        new("DIR") { Description = "A checkout of the specification's repository, or another folder that holds data/." };
    private readonly Option<string[]> _rule = Options.Texts("--rule", "NAME",
        "Also check this rule, which is not checked by default; \"all\" means every rule. May be given more than once.");
    private readonly Option<string[]> _without = Options.Texts("--without", "NAME", "Skip this rule; may be given more than once.");
    private readonly Option<OutputFormat> _format = Options.Choice<OutputFormat>("--format", "FORMAT", "How to write the findings");
    private readonly Option<string?> _baseline = Options.Text("--baseline", "FILE", "Findings to accept, as written by --format json.");
    private readonly Shell _shell;

    public CheckSpecVerb(Shell shell)
    {
        _shell = shell;
        Command = new Command(
            "check-spec",
            "Check the specification's sources against themselves: every example against its schema, and more. Exit code 1 if there are errors.")
        {
            _directory, _rule, _without, _format, _baseline,
        };
        Command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    private enum OutputFormat
    {
        Text,
        Json,
        Sarif,
        GitHub,
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var baseline = parsed.GetValue(_baseline) is { } file ? CheckBaseline.Read(file) : null;
        var report = new SpecChecker(new CheckOptions
        {
            SpecDirectory = parsed.GetValue(_directory)!,
            AlsoRules = parsed.GetValue(_rule)!,
            WithoutRules = parsed.GetValue(_without)!,
        }).Check(cancellationToken);

        IReadOnlyList<CheckFinding> stale = [];
        report = baseline?.Apply(report, out stale) ?? report;
        var text = parsed.GetValue(_format) switch
        {
            OutputFormat.Json => CheckOutput.Json(report),
            OutputFormat.Sarif => CheckOutput.Sarif(report),
            OutputFormat.GitHub => CheckOutput.GitHub(report),
            _ => CheckOutput.Text(report),
        };
        _shell.Output.Write(text.EndsWith('\n') || text.Length == 0 ? text : text + "\n");
        foreach (var finding in stale)
            _shell.Error.WriteLine(
                string.Create(CultureInfo.InvariantCulture,
                    $"{finding.File}:{finding.Line}: {finding.Rule} is in the baseline but is no longer found; remove it"));
        return report.Errors + stale.Count > 0 ? ExitCodes.Violations : ExitCodes.Conforming;
    }
}
