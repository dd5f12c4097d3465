using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Features;
using Conformance.Cli.Parsing;
using Conformance.Cli.Selection;

namespace Conformance.Cli.Verbs;

/// <summary><c>list</c>: the scenarios, one a line.</summary>
internal sealed class ListVerb
{
    private readonly Option<string[]> _tags = CommonOptions.Tags();
    private readonly Option<string[]> _filter = CommonOptions.Filter();
    private readonly Option<string?> _features = CommonOptions.Features();

    public ListVerb(Shell shell)
    {
        Command = new Command("list", "List the scenarios: file and line, title, requirements.") { _tags, _filter, _features };
        Command.SetAction(parsed => Run(parsed, shell));
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed, Shell shell)
    {
        var library = FeatureLibrary.Load(parsed.GetValue(_features));
        var scenarios = new ScenarioSelection(parsed.GetValue(_tags)!, parsed.GetValue(_filter)!, library.Requirements)
            .Of(library.Scenarios);
        foreach (var scenario in scenarios)
        {
            var tags = scenario.Tags.Count == 0 ? "" : "  " + string.Join(' ', scenario.Tags.Select(tag => "@" + tag));
            shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}  {scenario.Name}{tags}"));
        }

        var files = scenarios.Select(scenario => scenario.File).Distinct(StringComparer.Ordinal).Count();
        shell.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Plural(scenarios.Count, "scenario")} in {Plural(files, "feature")}"));
        return ExitCodes.Conforming;
    }

    private static string Plural(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
