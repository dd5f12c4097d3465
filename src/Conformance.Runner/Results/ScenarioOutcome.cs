namespace Conformance.Runner.Results;

/// <summary>How the execution of a scenario ended. What that means for the subject is not the engine's business.</summary>
public enum ScenarioOutcome
{
    /// <summary>Every step and hook ran to its end.</summary>
    Passed,

    /// <summary>A step or hook threw.</summary>
    Failed,

    /// <summary>A step or hook skipped the scenario by a <see cref="ScenarioSkippedException"/>, or it is tagged <c>@ignore</c>.</summary>
    Skipped,

    /// <summary>A step has no definition, more than one, or arguments that do not fit.</summary>
    BindingError,

    /// <summary>The scenario did not end within its time.</summary>
    TimedOut,

    /// <summary>The run was cancelled before the scenario ended.</summary>
    Cancelled,
}
