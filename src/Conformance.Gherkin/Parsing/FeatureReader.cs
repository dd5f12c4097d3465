using Ast = global::Gherkin.Ast;
using GherkinDialect = global::Gherkin.GherkinDialect;
using GherkinDialectProvider = global::Gherkin.GherkinDialectProvider;

namespace Conformance.Gherkin.Parsing;

/// <summary>Makes scenarios of one parsed feature file.</summary>
internal sealed class FeatureReader(string file)
{
    private const string IgnoreTag = "ignore";
    private const string NoRules = "'Rule:' is not supported; give it a feature of its own";
    private readonly List<(int Line, string Message)> _errors = [];

    /// <summary>Every scenario and every outline's row.</summary>
    /// <exception cref="FeatureSyntaxException">The feature's parts do not make sense together.</exception>
    public IReadOnlyList<Scenario> Read(Ast.GherkinDocument document)
    {
        if (document.Feature is not { } feature)
            throw new FeatureSyntaxException([SyntaxErrors.At(file, 1, "the file holds no 'Feature:'")]);

        CheckFeature(feature);
        var dialect = new GherkinDialectProvider().GetDialect(feature.Language, feature.Location);
        var names = new ScenarioNames();
        var scenarios = new List<Scenario>();
        IReadOnlyList<Ast.Step> background = [];
        foreach (var child in feature.Children)
        {
            switch (child)
            {
                case Ast.Background prepared:
                    background = [.. prepared.Steps];
                    break;

                // The parser of the full build has no class for outlines; there any scenario may have examples.
                case OutlineNode outline when outline.Examples.Any() || dialect.ScenarioOutlineKeywords.Contains(outline.Keyword):
                    CheckScenario(outline, names);
                    scenarios.AddRange(ReadOutline(feature, dialect, background, outline, names));
                    break;
                case Ast.Scenario scenario:
                    CheckScenario(scenario, names);
                    scenarios.Add(Build(feature, dialect, background, scenario, Names(scenario.Tags), OutlineRow.None, scenario.Location.Line));
                    break;
                default:
                    if (!_errors.Any(error => error.Message == NoRules))
                        Error(feature.Location, NoRules);
                    break;
            }
        }

        return _errors.Count == 0
            ? scenarios
            : throw new FeatureSyntaxException([.. _errors.OrderBy(error => error.Line).Select(error => SyntaxErrors.At(file, error.Line, error.Message))]);
    }

    private void CheckFeature(Ast.Feature feature)
    {
        if (string.IsNullOrWhiteSpace(feature.Name))
            Error(feature.Location, "the feature has no title");

        // An unknown keyword under the title would be taken for a line of the description, and its scenarios would seem to be the feature's own.
        if (feature.Description?.Split('\n').Any(line => line.TrimStart().StartsWith("Rule:", StringComparison.Ordinal)) == true)
            Error(feature.Location, NoRules);
    }

    private void CheckScenario(ScenarioNode scenario, ScenarioNames names)
    {
        if (string.IsNullOrWhiteSpace(scenario.Name))
            Error(scenario.Location, "the scenario has no title");
        else if (names.FirstOf(scenario.Name, scenario.Location.Line) is { } first)
            Error(scenario.Location, $"the feature has a scenario '{scenario.Name}' already, on line {first}");
        if (!scenario.Steps.Any())
            Error(scenario.Location, $"the scenario '{scenario.Name}' has no steps");
    }

    private IEnumerable<Scenario> ReadOutline(
        Ast.Feature feature, GherkinDialect dialect, IReadOnlyList<Ast.Step> background, OutlineNode outline, ScenarioNames names)
    {
        if (!outline.Examples.Any(examples => examples.TableBody?.Any() == true))
            Error(outline.Location, $"the outline '{outline.Name}' has no examples");

        foreach (var examples in outline.Examples)
        {
            var columns = examples.TableHeader?.Cells.Select(cell => cell.Value).ToList() ?? [];
            foreach (var twice in columns.GroupBy(column => column).Where(group => group.Count() > 1))
                Error(examples.TableHeader!.Location, $"the examples have the column '{twice.Key}' more than once");

            // Reqnroll makes no test of the rows of an ignored block.
            if (IsIgnored(examples.Tags))
                continue;
            foreach (var row in examples.TableBody ?? [])
            {
                var values = new OutlineRow([.. columns.Zip(row.Cells, (column, cell) => KeyValuePair.Create(column, cell.Value))]);
                var scenario = Build(feature, dialect, background, outline, [.. Names(outline.Tags), .. Names(examples.Tags)], values, row.Location.Line);
                yield return scenario with { Name = names.OfRow(outline.Name, values) };
            }
        }
    }

    private Scenario Build(
        Ast.Feature feature,
        GherkinDialect dialect,
        IReadOnlyList<Ast.Step> background,
        ScenarioNode definition,
        IReadOnlyList<string> ownTags,
        OutlineRow row,
        int line)
    {
        var featureTags = Names(feature.Tags);
        return new Scenario
        {
            Feature = feature.Name,
            FeatureDescription = Description(feature.Description),
            FeatureTags = featureTags,
            Name = definition.Name,
            Title = definition.Name,
            Description = Description(definition.Description),
            Tags = [.. featureTags.Concat(ownTags).Distinct()],
            File = file,
            Line = line,
            Arguments = row.Cells,
            Steps = [.. Steps(dialect, background, OutlineRow.None), .. Steps(dialect, definition.Steps, row)],
        };
    }

    private static IEnumerable<ScenarioStep> Steps(GherkinDialect dialect, IEnumerable<Ast.Step> steps, OutlineRow row)
    {
        // "And" before any other keyword prepares.
        var kind = StepKind.Given;
        foreach (var step in steps)
        {
            kind = KindOf(dialect, step.Keyword) ?? kind;
            yield return new ScenarioStep(
                kind,
                step.Keyword.Trim(),
                row.Fill(step.Text),
                step.Location.Line,
                (step.Argument as Ast.DataTable)?.Rows.Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(cell => row.Fill(cell.Value))]).ToList(),
                step.Argument is Ast.DocString text ? row.Fill(text.Content) : null);
        }
    }

    // "*" stands in every list of keywords, so that what continues has to be asked first.
    private static StepKind? KindOf(GherkinDialect dialect, string keyword) =>
        dialect.AndStepKeywords.Contains(keyword) || dialect.ButStepKeywords.Contains(keyword) ? null
        : dialect.GivenStepKeywords.Contains(keyword) ? StepKind.Given
        : dialect.WhenStepKeywords.Contains(keyword) ? StepKind.When
        : dialect.ThenStepKeywords.Contains(keyword) ? StepKind.Then
        : null;

    private static bool IsIgnored(IEnumerable<Ast.Tag> tags) => Names(tags).Contains(IgnoreTag, StringComparer.OrdinalIgnoreCase);

    private static List<string> Names(IEnumerable<Ast.Tag>? tags) => [.. (tags ?? []).Select(tag => tag.Name.TrimStart('@'))];

    private static string Description(string? text) =>
        text is null ? "" : string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();

    private void Error(Ast.Location location, string message) => _errors.Add((location.Line, message));
}
