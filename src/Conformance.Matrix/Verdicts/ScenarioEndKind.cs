namespace Conformance.Matrix.Verdicts;

/// <summary>The ways in which the execution of a scenario can end.</summary>
public enum ScenarioEndKind
{
    /// <summary>Every step and hook ran to its end.</summary>
    Completed,

    /// <summary>A step or hook threw.</summary>
    Threw,

    /// <summary>It was skipped.</summary>
    Skipped,

    /// <summary>A step has no definition, more than one, or arguments that do not fit.</summary>
    NotBound,

    /// <summary>It did not end within its time.</summary>
    TimedOut,

    /// <summary>The run was cancelled before it ended.</summary>
    Cancelled,
}
