using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Features;
using Conformance.Cli.Parsing;
using Conformance.Runner;
using Conformance.Runner.Catalogue;
using Conformance.Steps;

namespace Conformance.Cli.Verbs;

/// <summary><c>steps</c>: the step forms that features are written in.</summary>
internal sealed class StepsVerb
{
    private readonly Option<bool> _markdown = Options.Flag("--markdown", "Write what steps/README.md contains.");
    private readonly Option<string?> _features = CommonOptions.Features();
    private readonly Shell _shell;

    public StepsVerb(Shell shell)
    {
        _shell = shell;
        Command = new Command("steps",
            "List the step forms that features are written in, what they do, and how often they are used.") { _markdown, _features };
        Command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var library = FeatureLibrary.Load(parsed.GetValue(_features));
        var catalogue = StepCatalogue.Of(
            BindingRegistry.FromAssemblies(typeof(EmbeddedFeatures).Assembly), library.Scenarios, typeof(StepsVerb).Assembly);
        if (parsed.GetValue(_markdown))
            _shell.Output.Write(catalogue.ToMarkdown());
        else
            WriteText(catalogue);
        return ExitCodes.Conforming;
    }

    private void WriteText(StepCatalogue catalogue)
    {
        foreach (var group in catalogue.Steps.GroupBy(form => form.GroupSummary))
        {
            _shell.Output.WriteLine(group.Key.TrimEnd('.'));
            foreach (var form in group)
            {
                _shell.Output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{form.Uses,6}  {string.Join('/', form.Kinds)} {form.Expression}"));
                if (form.Summary.Length > 0)
                    _shell.Output.WriteLine($"        {form.Summary}");
            }

            _shell.Output.WriteLine();
        }

        _shell.Output.WriteLine("Phrases in braces");
        foreach (var parameter in catalogue.Parameters)
            _shell.Output.WriteLine($"        {parameter.Summary}");
        _shell.Output.WriteLine();

        var expressions = catalogue.Steps.Select(form => form.Expression).Distinct(StringComparer.Ordinal).Count();
        _shell.Output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{expressions} step forms, {catalogue.Steps.Sum(form => form.Uses)} uses"));
    }
}
