namespace Conformance.Spec;

/// <summary>Whether a requirement can be checked from outside.</summary>
public enum Testability
{
    /// <summary>A violation can be observed.</summary>
    Yes,

    /// <summary>Some violations can be observed.</summary>
    Partly,

    /// <summary>No violation can be observed by a client.</summary>
    No,
}
