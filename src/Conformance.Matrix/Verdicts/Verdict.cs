namespace Conformance.Matrix.Verdicts;

/// <summary>The verdict on a scenario or on a kind of response.</summary>
public enum Verdict
{
    /// <summary>All asserted, nothing found.</summary>
    Pass,

    /// <summary>A MUST, a MUST NOT or a schema requirement is violated.</summary>
    Fail,

    /// <summary>A SHOULD or a derived requirement is violated.</summary>
    Warn,

    /// <summary>A need is not met.</summary>
    Skip,

    /// <summary>The suite is at fault.</summary>
    Error,

    /// <summary>Nothing can be said: time ran out, a connection broke, or what prepares the scenario did not succeed.</summary>
    NotChecked,
}
