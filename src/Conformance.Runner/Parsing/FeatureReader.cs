using Conformance.Runner.Features;
using Gherkin;
using Ast = Gherkin.Ast;

namespace Conformance.Runner.Parsing;

/// <summary>Makes scenarios of one parsed feature file.</summary>
internal sealed class FeatureReader
{
    private const string IgnoreTag = "ignore";
    private readonly List<(int Line, string Message)> _errors = [];
    private readonly ScenarioNames _names = new();
    private readonly ExampleRows _examples;
    private readonly string _file;

    /// <param name="file">The file's name.</param>
    /// <param name="examples">The sources of examples that outlines may name.</param>
    public FeatureReader(string file, ExampleSources examples)
    {
        _file = file;
        _examples = new ExampleRows(examples, Error);
    }

    /// <summary>Every scenario and every outline's row.</summary>
    /// <exception cref="FeatureSyntaxException">The feature's parts do not make sense together.</exception>
    public IReadOnlyList<Scenario> Read(Ast.GherkinDocument document)
    {
        if (document.Feature is not { } feature)
            throw new FeatureSyntaxException([new FeatureSyntaxError(_file, 1, "the file holds no 'Feature:'")]);
        if (string.IsNullOrWhiteSpace(feature.Name))
            Error(feature.Location, "the feature has no title");

        var outlineKeywords = new GherkinDialectProvider().GetDialect(feature.Language, feature.Location).ScenarioOutlineKeywords;
        var surroundings = new ScenarioSurroundings(feature, Names(feature.Tags), null, []);
        List<Scenario> scenarios = [.. Children(feature.Children, surroundings, outlineKeywords)];
        return _errors.Count == 0
            ? scenarios
            : throw new FeatureSyntaxException(
                [.. _errors.OrderBy(error => error.Line).Select(error => new FeatureSyntaxError(_file, error.Line, error.Message))]);
    }

    private IEnumerable<Scenario> Children(
        IEnumerable<Ast.IHasLocation> children, ScenarioSurroundings surroundings, IReadOnlyList<string> outlineKeywords)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Ast.Background background:
                    surroundings = surroundings with
                    {
                        Background = [.. surroundings.Background, .. Steps(background.Steps, OutlineRow.None)],
                    };
                    break;
                case Ast.Rule rule:
                    CheckRule(rule);
                    var own = surroundings with
                    {
                        Rule = new ScenarioRule(rule.Name, Description(rule.Description), Names(rule.Tags), rule.Location.Line),
                    };
                    foreach (var scenario in Children(rule.Children, own, outlineKeywords))
                        yield return scenario;
                    break;
                case Ast.Scenario outline when outline.Examples.Any() || outlineKeywords.Contains(outline.Keyword):
                    CheckScenario(outline);
                    foreach (var row in Outline(outline, surroundings))
                        yield return row;
                    break;
                case Ast.Scenario scenario:
                    CheckScenario(scenario);
                    yield return Build(scenario, surroundings, [], OutlineRow.None, scenario.Location.Line);
                    break;
            }
        }
    }

    private void CheckRule(Ast.Rule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Name))
            Error(rule.Location, "the rule has no title");
        if (!rule.Children.OfType<Ast.Scenario>().Any())
            Error(rule.Location, $"the rule '{rule.Name}' has no scenarios");
    }

    private void CheckScenario(Ast.Scenario scenario)
    {
        if (string.IsNullOrWhiteSpace(scenario.Name))
            Error(scenario.Location, "the scenario has no title");
        else if (_names.FirstOf(scenario.Name, scenario.Location.Line) is { } first)
            Error(scenario.Location, $"the feature already has a scenario '{scenario.Name}', on line {first}");
        if (!scenario.Steps.Any())
            Error(scenario.Location, $"the scenario '{scenario.Name}' has no steps");
    }

    private IEnumerable<Scenario> Outline(Ast.Scenario outline, ScenarioSurroundings surroundings)
    {
        if (!outline.Examples.Any(ExampleRows.HasRows))
            Error(outline.Location, $"the outline '{outline.Name}' has no examples");

        foreach (var examples in outline.Examples)
        {
            // A block's rows are read in any case: what is wrong with an ignored one is wrong all the same.
            var rows = _examples.Of(examples);
            if (IsIgnored(examples.Tags))
                continue;
            foreach (var (row, line, tags) in rows)
            {
                var scenario = Build(outline, surroundings, [.. Names(examples.Tags), .. tags], row, line);
                yield return scenario with { Name = _names.OfRow(outline.Name, row) };
            }
        }
    }

    private Scenario Build(
        Ast.Scenario scenario, ScenarioSurroundings surroundings, IReadOnlyList<string> examplesTags, OutlineRow row, int line) => new()
        {
            Feature = surroundings.Feature.Name,
            FeatureDescription = Description(surroundings.Feature.Description),
            FeatureTags = surroundings.FeatureTags,
            Rule = surroundings.Rule,
            Name = scenario.Name,
            Title = scenario.Name,
            Description = Description(scenario.Description),
            Tags = [.. surroundings.Tags.Concat(Names(scenario.Tags)).Concat(examplesTags).Distinct()],
            File = _file,
            Line = line,
            Arguments = row.Cells,
            Steps = [.. surroundings.Background, .. Steps(scenario.Steps, row)],
        };

    private static IEnumerable<ScenarioStep> Steps(IEnumerable<Ast.Step> steps, OutlineRow row)
    {
        // "And" before any other keyword prepares.
        var kind = StepKind.Given;
        foreach (var step in steps)
        {
            kind = KindOf(step.KeywordType) ?? kind;
            yield return new ScenarioStep(
                kind,
                step.Keyword.Trim(),
                row.Fill(step.Text),
                step.Location.Line,
                (step.Argument as Ast.DataTable)?.Rows
                    .Select(written => (IReadOnlyList<string>)[.. written.Cells.Select(cell => row.Fill(cell.Value))])
                    .ToList(),
                step.Argument is Ast.DocString text ? row.Fill(text.Content) : null);
        }
    }

    // "And", "But" and "*" are none of these.
    private static StepKind? KindOf(StepKeywordType keyword) => keyword switch
    {
        StepKeywordType.Context => StepKind.Given,
        StepKeywordType.Action => StepKind.When,
        StepKeywordType.Outcome => StepKind.Then,
        _ => null,
    };

    private static bool IsIgnored(IEnumerable<Ast.Tag> tags) => Names(tags).Contains(IgnoreTag, StringComparer.OrdinalIgnoreCase);

    private static List<string> Names(IEnumerable<Ast.Tag> tags) => [.. tags.Select(tag => tag.Name.TrimStart('@'))];

    private static string Description(string? text) =>
        text is null ? "" : string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();

    private void Error(Ast.Location location, string message) => _errors.Add((location.Line, message));
}
