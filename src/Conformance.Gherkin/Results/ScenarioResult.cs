namespace Conformance.Gherkin.Results;

/// <summary>What became of one scenario.</summary>
public sealed record ScenarioResult
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How it ended.</summary>
    public required ScenarioOutcome Outcome { get; init; }

    /// <summary>What was thrown; null where nothing was.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The step that did not end well; null where all did, or where a hook failed.</summary>
    public ScenarioStep? FailedStep { get; init; }

    /// <summary>Why it was skipped; null where it was not.</summary>
    public string? SkipReason { get; init; }

    /// <summary>From the first hook to the last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What steps and hooks left in the scenario's context, by key.</summary>
    public required IReadOnlyDictionary<string, object> Context { get; init; }
}
