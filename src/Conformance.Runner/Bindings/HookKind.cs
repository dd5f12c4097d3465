namespace Conformance.Runner.Bindings;

/// <summary>When a hook runs. The names are those of its attributes.</summary>
internal enum HookKind
{
    BeforeTestRun,
    AfterTestRun,
    BeforeFeature,
    AfterFeature,
    BeforeScenario,
    AfterScenario,
    BeforeScenarioBlock,
    AfterScenarioBlock,
    BeforeStep,
    AfterStep,
}
