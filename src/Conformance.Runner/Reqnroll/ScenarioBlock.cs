namespace Reqnroll;

/// <summary>A run of steps of one kind.</summary>
public enum ScenarioBlock
{
    /// <summary>Before the first step, or after the last.</summary>
    None = 0,

    /// <summary>Steps that prepare.</summary>
    Given = 1,

    /// <summary>Steps that act.</summary>
    When = 2,

    /// <summary>Steps that assert.</summary>
    Then = 3,
}
