using System.Diagnostics.CodeAnalysis;
using Reqnroll.BoDi;

namespace Reqnroll;

/// <summary>The scenario that is running: what it is, how it stands, and what its steps and hooks keep for each other.</summary>
[SuppressMessage("Usage", "CA2237", Justification = "The shape is Reqnroll's; nothing serialises it.")]
public class ScenarioContext : ReqnrollContext, IScenarioContext
{
    private ScenarioStepContext? _stepContext;

    internal ScenarioContext(IObjectContainer container, ScenarioInfo info)
    {
        ScenarioContainer = container;
        ScenarioInfo = info;
    }

    /// <inheritdoc/>
    public ScenarioInfo ScenarioInfo { get; }

    /// <inheritdoc/>
    public ScenarioBlock CurrentScenarioBlock { get; internal set; }

    /// <inheritdoc/>
    public IObjectContainer ScenarioContainer { get; }

    /// <inheritdoc/>
    public ScenarioExecutionStatus ScenarioExecutionStatus { get; internal set; }

    /// <summary>The step that is running; null in the hooks before and after all steps.</summary>
    [AllowNull]
    public ScenarioStepContext StepContext
    {
        get => _stepContext!;
        internal set => _stepContext = value;
    }

    /// <summary>The scenario's one instance of a class.</summary>
    public object GetBindingInstance(Type bindingType) => ScenarioContainer.Resolve(bindingType);
}
