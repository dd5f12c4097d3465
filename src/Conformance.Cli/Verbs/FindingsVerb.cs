using System.CommandLine;
using Conformance.Cli.Features;
using Conformance.Cli.Parsing;
using Conformance.Reports.Findings;
using Conformance.Reports.Json;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Verbs;

/// <summary><c>findings</c>: turns a run's report into a page for a server's authors.</summary>
internal sealed class FindingsVerb
{
    private readonly Argument<string> _report = new("REPORT") { Description = "The report.json that \"run --report DIR\" wrote." };
    private readonly Option<string?> _server = Options.Text(
        "--server", "NAME", "The server's name and version, e.g. \"Dendrite 0.13.8\", in place of those in the report.");
    private readonly Option<string?> _note =
        Options.Text("--note", "TEXT", "A paragraph for the head of the page, e.g. with which commit of the suite the run was made.");
    private readonly Option<string?> _features = CommonOptions.Features();
    private readonly Shell _shell;

    public FindingsVerb(Shell shell)
    {
        _shell = shell;
        Command =
            new Command("findings", "Write the findings of a run as a Markdown page: the causes by gravity, each with clause, expected, actual.") { _report,
            _server, _note, _features };
        Command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var file = parsed.GetValue(_report)!;
        var library = FeatureLibrary.Load(parsed.GetValue(_features));
        var reader = new JsonReportReader(
            library.Requirements, Specification.LoadEmbedded(Specification.Embedded.Max()), library.Renamed);
        try
        {
            var report = reader.Read(File.ReadAllBytes(file));
            if (parsed.GetValue(_server) is { } server)
                report = report with { Target = report.Target with { Version = server } };
            _shell.Output.Write(FindingsDocument.Of(report, parsed.GetValue(_note)));
            return ExitCodes.Conforming;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ReportFileException)
        {
            throw new UsageException(new Problem($"{file} cannot be read") { Why = wrong.Message }, wrong);
        }
    }
}
