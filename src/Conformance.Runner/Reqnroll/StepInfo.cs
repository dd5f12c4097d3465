using Reqnroll.Bindings;

namespace Reqnroll;

/// <summary>What a step is.</summary>
public class StepInfo
{
    /// <summary>Describes a step.</summary>
    /// <param name="stepDefinitionType">Its kind.</param>
    /// <param name="text">Its text.</param>
    /// <param name="table">Its table, or null.</param>
    /// <param name="multilineText">Its doc string, or null.</param>
    internal StepInfo(StepDefinitionType stepDefinitionType, string text, Table? table, string? multilineText) =>
        (StepDefinitionType, Text, Table, MultilineText) = (stepDefinitionType, text, table, multilineText);

    /// <summary>Its kind: that of the step before for And, But and *.</summary>
    public StepDefinitionType StepDefinitionType { get; }

    /// <summary>The text after the keyword.</summary>
    public string Text { get; }

    /// <summary>Its table; null where there is none.</summary>
    public Table? Table { get; }

    /// <summary>Its doc string; null where there is none.</summary>
    public string? MultilineText { get; }
}
