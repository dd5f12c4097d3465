using Conformance.Runner.Features;

namespace Conformance.Runner.Results;

/// <summary>The result of one scenario.</summary>
public sealed record ScenarioResult
{
    /// <summary>The scenario.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>How it ended.</summary>
    public required ScenarioOutcome Outcome { get; init; }

    /// <summary>What was thrown; null where nothing was. Of several, the one that decided the outcome.</summary>
    public Exception? Exception { get; init; }

    /// <summary>What else was thrown, e.g. by hooks after a step had failed, in order.</summary>
    public IReadOnlyList<Exception> FurtherExceptions { get; init; } = [];

    /// <summary>The step that did not end well; null where all did, or where a hook failed.</summary>
    public ScenarioStep? FailedStep { get; init; }

    /// <summary>The hook that did not end well, as <c>[Kind] Class.Method()</c>; null where all did, or where a step failed.</summary>
    public string? FailedHook { get; init; }

    /// <summary>Why it was skipped; null where it was not.</summary>
    public string? SkipReason { get; init; }

    /// <summary>How the first try ended, of a scenario that was tried once more alone; null where this is the first.</summary>
    public ScenarioResult? Earlier { get; init; }

    /// <summary>From the first hook to the last.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What steps and hooks left in the scenario's context, by key.</summary>
    public required IReadOnlyDictionary<string, object> Context { get; init; }

    /// <summary>What steps and hooks wrote by <see cref="Reqnroll.IReqnrollOutputHelper"/>; empty where nothing was.</summary>
    public string Output { get; init; } = "";
}
