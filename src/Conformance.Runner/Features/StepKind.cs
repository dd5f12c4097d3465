namespace Conformance.Runner.Features;

/// <summary>The kind of a step.</summary>
public enum StepKind
{
    /// <summary>Prepares.</summary>
    Given,

    /// <summary>Acts.</summary>
    When,

    /// <summary>Asserts.</summary>
    Then,
}
