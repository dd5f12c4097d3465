namespace Conformance.Runner.Features;

/// <summary>One step of a scenario, with its placeholders filled in.</summary>
/// <param name="Kind">What the keyword makes of it; And, But and * take the kind of the step before.</param>
/// <param name="Keyword">The keyword as written, without the space after it.</param>
/// <param name="Text">The text after the keyword.</param>
/// <param name="Line">The line in the feature's file, counted from 1.</param>
/// <param name="Table">The data table; null where there is none. Each row is its cells.</param>
/// <param name="DocString">The doc string; null where there is none.</param>
public sealed record ScenarioStep(
    StepKind Kind,
    string Keyword,
    string Text,
    int Line,
    IReadOnlyList<IReadOnlyList<string>>? Table = null,
    string? DocString = null);
