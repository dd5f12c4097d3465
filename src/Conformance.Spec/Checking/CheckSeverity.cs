namespace Conformance.Spec.Checking;

/// <summary>How bad a finding in the specification's sources is.</summary>
public enum CheckSeverity
{
    /// <summary>The sources contradict themselves or cannot be used.</summary>
    Error,

    /// <summary>It may be intended, but usually is not.</summary>
    Warning,
}
