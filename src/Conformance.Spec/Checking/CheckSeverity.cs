namespace Conformance.Spec.Checking;

/// <summary>How bad a finding in the specification's sources is.</summary>
public enum CheckSeverity
{
    /// <summary>The sources contradict themselves or cannot be used.</summary>
    Error,

    /// <summary>It may be meant, and mostly is not.</summary>
    Warning,
}
