namespace Conformance.Runner.Features;

/// <summary>One scenario, or one row of an outline, ready to be bound and run. Background steps are part of <see cref="Steps"/>.</summary>
public sealed record Scenario
{
    /// <summary>The feature's title.</summary>
    public required string Feature { get; init; }

    /// <summary>
    /// The scenario's title; of an outline's row, with its placeholders filled in or the row's values appended, so that it is unique in the
    /// feature.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>Tags of the feature, the rule, the scenario and the examples, without <c>@</c>, in that order.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The feature's file as given, with forward slashes, e.g. <c>features/devices/deletion.feature</c>.</summary>
    public required string File { get; init; }

    /// <summary>
    /// The line of the scenario, or of the outline's row, counted from 1; of a generated row, that of its <c>Examples:</c>.
    /// </summary>
    public required int Line { get; init; }

    /// <summary>The steps, in order.</summary>
    public required IReadOnlyList<ScenarioStep> Steps { get; init; }

    /// <summary>The title as written, placeholders and all; null where <see cref="Name"/> is that already.</summary>
    public string? Title { get; init; }

    /// <summary>The text under the scenario's title; empty where there is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>The text under the feature's title; empty where there is none.</summary>
    public string FeatureDescription { get; init; } = "";

    /// <summary>Those of <see cref="Tags"/> that stand on the feature, without <c>@</c>.</summary>
    public IReadOnlyList<string> FeatureTags { get; init; } = [];

    /// <summary>The rule that the scenario stands under; null where it stands under none. Its tags are among <see cref="Tags"/>.</summary>
    public ScenarioRule? Rule { get; init; }

    /// <summary>The cells of the outline's row by column, in the columns' order; empty for a plain scenario.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Arguments { get; init; } = [];

    /// <summary>File and line, which identify it.</summary>
    public override string ToString() => $"{File}:{Line} {Name}";
}
