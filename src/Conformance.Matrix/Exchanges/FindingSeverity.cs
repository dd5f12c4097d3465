namespace Conformance.Matrix.Exchanges;

/// <summary>How much a finding weighs.</summary>
public enum FindingSeverity
{
    /// <summary>A remark; never fails anything.</summary>
    Note,

    /// <summary>A recommendation is violated.</summary>
    Warning,

    /// <summary>The specification is violated.</summary>
    Violation,
}
