using Conformance.Matrix.Exchanges;
using Reqnroll;

namespace Conformance.Steps.Scenes;

/// <summary>Tells which step a scenario is at.</summary>
/// <param name="context">The engine's view of the scenario.</param>
internal sealed class StepMarks(ScenarioContext context)
{
    // The engine has one object for a step, from its beginning to its end.
    private StepInfo? _info;
    private StepMark? _mark;

    /// <summary>The step that runs; null between steps.</summary>
    public StepMark? Current()
    {
        var info = context.StepContext?.StepInfo;
        if (info is null)
            return null;
        if (!ReferenceEquals(info, _info))
            (_info, _mark) = (info, new StepMark($"{info.StepDefinitionType} {info.Text}"));
        return _mark;
    }
}
