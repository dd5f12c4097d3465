namespace Reqnroll;

/// <summary>
/// Limits the step definitions and hooks of a class or method to where all that is given fits. Several attributes are alternatives;
/// so are the tags of a hook's own attribute.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class ScopeAttribute : Attribute
{
    /// <summary>A tag, with or without <c>@</c>.</summary>
    public string? Tag { get; set; }

    /// <summary>A feature's title, in any case.</summary>
    public string? Feature { get; set; }

    /// <summary>A scenario's title as written, in any case.</summary>
    public string? Scenario { get; set; }
}
