using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Parsing;
using Conformance.Spec;
using Conformance.Spec.Extraction;

namespace Conformance.Cli.Verbs;

/// <summary><c>extract</c>: from the specification's sources to manifest and schemas.</summary>
internal sealed class ExtractVerb
{
    private readonly Option<string?> _spec =
        Options.Text("--spec", "DIR", "The sources: a checkout of the specification's repository, or a published api.json.");
    private readonly Option<string?> _out = Options.Text("--out", "DIR", "The output folder; it gets a subfolder for the version.");
    private readonly Option<SpecVersion?> _version =
        Options.Version("--spec-version", "The version of the sources, if they do not state it.");
    private readonly Option<string?> _commit = Options.Text("--commit", "HASH", "The commit of the sources, if they are not a checkout.");
    private readonly Shell _shell;

    public ExtractVerb(Shell shell)
    {
        _shell = shell;
        _spec.Required = true;
        _out.Required = true;
        Command = new Command("extract", "Extract operations and JSON Schemas from the specification's OpenAPI sources.") { _spec, _out,
            _version, _commit };
        Command.SetAction((parsed, cancellationToken) => Task.Run(() => Run(parsed, cancellationToken), cancellationToken));
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var options = new ExtractionOptions
        {
            SpecPath = parsed.GetValue(_spec)!,
            OutputDirectory = parsed.GetValue(_out)!,
            Version = parsed.GetValue(_version),
            Commit = parsed.GetValue(_commit),
        };

        ExtractionSummary summary;
        try
        {
            summary = new SpecExtractor(options).Extract(cancellationToken);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(new Problem($"extract: {unwritable.Message.TrimEnd('.')}"), unwritable);
        }

        foreach (var notice in summary.Notices)
            _shell.Error.WriteLine(notice);
        foreach (var (api, count) in summary.Operations)
            _shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,5} operations of {api}"));
        _shell.Output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Version}: {summary.Responses} responses, {summary.ResponseSchemas} schemas of responses, {summary.RequestSchemas} of requests, {summary.EventSchemas} of events in {summary.Directory}"));
        return ExitCodes.Conforming;
    }
}
