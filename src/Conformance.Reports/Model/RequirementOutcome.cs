namespace Conformance.Reports.Model;

/// <summary>The joint result of a requirement's scenarios.</summary>
public enum RequirementOutcome
{
    /// <summary>No scenario of the run is about it.</summary>
    Unchecked,

    /// <summary>No client can observe a violation.</summary>
    NotTestable,

    /// <summary>Its scenarios were skipped.</summary>
    Skip,

    /// <summary>Its scenarios could not be checked.</summary>
    NotChecked,

    /// <summary>At least one scenario passed, none found anything.</summary>
    Pass,

    /// <summary>A scenario warned.</summary>
    Warn,

    /// <summary>A scenario ended in an error of the suite.</summary>
    Error,

    /// <summary>A scenario failed.</summary>
    Fail,
}
