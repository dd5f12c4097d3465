namespace Reqnroll.Bindings;

/// <summary>The kind of a step.</summary>
public enum StepDefinitionType
{
    /// <summary>Prepares.</summary>
    Given = ScenarioBlock.Given,

    /// <summary>Acts.</summary>
    When = ScenarioBlock.When,

    /// <summary>Asserts.</summary>
    Then = ScenarioBlock.Then,
}
