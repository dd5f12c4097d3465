using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Features;
using Conformance.Cli.Parsing;
using Conformance.Cli.Selection;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Verbs;

/// <summary><c>explain</c>: a requirement, its clause, and the scenarios that check it.</summary>
internal sealed class ExplainVerb
{
    private const int LabelWidth = 12;

    private readonly Argument<string> _id = new("ID") { Description = "The id of a requirement, e.g. DEV-14." };
    private readonly Option<string?> _features = CommonOptions.Features();
    private readonly Option<SpecVersion?> _version =
        Options.Version("--spec-version", "Link to the clause in this version of the specification.");
    private readonly Shell _shell;

    public ExplainVerb(Shell shell)
    {
        _shell = shell;
        Command = new Command("explain",
            "Explain a requirement: what the specification demands, where, and which scenarios check it.") { _id, _features, _version };
        Command.SetAction(Run);
    }

    /// <summary>The verb.</summary>
    public Command Command { get; }

    private int Run(ParseResult parsed)
    {
        var library = FeatureLibrary.Load(parsed.GetValue(_features));
        var requirement = RequirementLookup.Find(library.Requirements, parsed.GetValue(_id)!);
        var version = parsed.GetValue(_version) ?? Specification.Embedded.Max();

        _shell.Output.WriteLine($"{requirement.Id}  {requirement.Text}");
        _shell.Output.WriteLine();
        Field("Level", $"{RequirementWords.Of(requirement.Level)}: {RequirementWords.Of(requirement.Basis)}");
        Field("At stake", RequirementWords.Of(requirement.Stake));
        Field("Grade", VerdictPolicy.OnlyWarns(requirement, Strictness.Normal) ? "a violation is a warning" : "a violation is a failure");
        if (requirement.Open is { } open)
            Field("Left open", open);
        Field("Endpoint", requirement.OperationId is null ? requirement.Endpoint : $"{requirement.Endpoint} ({requirement.OperationId})");
        Field("Clause", requirement.Clause.Link(version).AbsoluteUri);
        Field("Source", $"{requirement.Clause.File}, {requirement.Clause.Place}");
        if (requirement.Since is { } since)
            Field("Since", since.ToString());
        Field("Violation", requirement.Observe);
        foreach (var need in requirement.Needs)
            Field("Needs", $"{need}: {need.Meaning}");
        Field("Testable", $"{RequirementWords.Of(requirement.Testable)}{(requirement.Why is null ? "" : $": {requirement.Why}")}");
        if (requirement.Note is { } note)
            Field("Note", note);

        var scenarios = library.About(requirement).ToList();
        if (scenarios.Count == 0)
            Field("Checked by", requirement.Testable is Testability.No ? "nothing" : "no scenario yet");
        foreach (var (index, scenario) in scenarios.Index())
            Field(index == 0
                ? "Checked by"
                : "", string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}  {scenario.Name}"));
        return ExitCodes.Conforming;
    }

    private void Field(string name, string text) =>
        _shell.Output.WriteLine(name.PadRight(LabelWidth) + text.ReplaceLineEndings(" ").TrimEnd());
}
