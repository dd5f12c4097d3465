namespace Reqnroll;

/// <summary>How a scenario, or a step, stands.</summary>
public enum ScenarioExecutionStatus
{
    /// <summary>Nothing went wrong so far.</summary>
    OK,

    /// <summary>A step threw <see cref="PendingStepException"/>.</summary>
    StepDefinitionPending,

    /// <summary>A step has no definition.</summary>
    UndefinedStep,

    /// <summary>A step has several definitions, or one whose parameters do not fit.</summary>
    BindingError,

    /// <summary>A step or hook threw.</summary>
    TestError,

    /// <summary>A step or hook skipped the scenario.</summary>
    Skipped,
}
