using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Features;
using Conformance.Cli.Parsing;
using Conformance.Cli.Vocabulary;
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
        Command = new Command("steps", "List the step forms that features are written in, what they do, and how often they are used.") { _markdown, _features };
        Command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var library = FeatureLibrary.Load(parsed.GetValue(_features));
        var vocabulary = StepVocabulary.Of(typeof(EmbeddedFeatures).Assembly, library.Scenarios);
        if (parsed.GetValue(_markdown))
            WriteMarkdown(vocabulary);
        else
            WriteText(vocabulary);
        return ExitCodes.Conforming;
    }

    private void WriteText(StepVocabulary vocabulary)
    {
        foreach (var group in vocabulary.Forms.GroupBy(form => form.Group))
        {
            _shell.Output.WriteLine(group.Key);
            foreach (var form in group)
            {
                _shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{form.Uses,6}  {form}"));
                if (form.Documentation.Length > 0)
                    _shell.Output.WriteLine($"        {form.Documentation}");
            }

            _shell.Output.WriteLine();
        }

        _shell.Output.WriteLine("Phrases in braces");
        foreach (var phrase in vocabulary.Phrases)
            _shell.Output.WriteLine($"        {phrase.Documentation}");
        _shell.Output.WriteLine();

        var expressions = vocabulary.Forms.Select(form => form.Expression).Distinct(StringComparer.Ordinal).Count();
        _shell.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{expressions} step forms, {vocabulary.Forms.Sum(form => form.Uses)} uses"));
    }

    // Without the uses: the file would change with every scenario.
    private void WriteMarkdown(StepVocabulary vocabulary)
    {
        _shell.Output.WriteLine("# Step forms");
        _shell.Output.WriteLine();
        _shell.Output.WriteLine("The vocabulary of the features. This file is generated from the documentation comments in `Bindings/`:");
        _shell.Output.WriteLine("`conformance steps --markdown > steps/README.md`. `conformance steps` also says how often each form is used.");
        _shell.Output.WriteLine();
        _shell.Output.WriteLine("## Phrases in braces");
        _shell.Output.WriteLine();
        foreach (var phrase in vocabulary.Phrases)
            _shell.Output.WriteLine($"- {phrase.Documentation}");
        _shell.Output.WriteLine("- `{string}`: a text in quotes; `{int}`: a whole number; `{word}`: a text without blanks.");

        foreach (var group in vocabulary.Forms.GroupBy(form => form.Group))
        {
            _shell.Output.WriteLine();
            _shell.Output.WriteLine($"## {group.Key}");
            foreach (var form in group)
            {
                _shell.Output.WriteLine();
                _shell.Output.WriteLine($"**`{form}`**");
                if (form.Documentation.Length > 0)
                {
                    _shell.Output.WriteLine();
                    _shell.Output.WriteLine(form.Documentation);
                }
            }
        }
    }
}
