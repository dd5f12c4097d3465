using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>The step that is running.</summary>
[SuppressMessage("Usage", "CA2237", Justification = "The shape is Reqnroll's; nothing serialises it.")]
public class ScenarioStepContext : ReqnrollContext
{
    internal ScenarioStepContext(StepInfo stepInfo) => StepInfo = stepInfo;

    /// <summary>What the step is.</summary>
    public StepInfo StepInfo { get; }

    /// <summary>How it stands.</summary>
    public ScenarioExecutionStatus Status { get; set; }

    /// <summary>What it threw; null where nothing was.</summary>
    public Exception? StepError { get; set; }
}
