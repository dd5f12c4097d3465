namespace Conformance.Runner.Bindings;

/// <summary>Why a step cannot be run.</summary>
public enum UnboundReason
{
    /// <summary>No definition fits it.</summary>
    Undefined,

    /// <summary>Several fit it.</summary>
    Ambiguous,

    /// <summary>Its definition takes other parameters.</summary>
    Misfitting,
}
