namespace Conformance.Reports.JUnit;

/// <summary>How a <c>testcase</c> ended.</summary>
internal enum JUnitEnd
{
    /// <summary>Well.</summary>
    Passed,

    /// <summary>Well, with something to read: the form knows no warnings.</summary>
    PassedWithOutput,

    /// <summary>The server violates the specification, or an entry of the baseline is stale.</summary>
    Failure,

    /// <summary>The suite is at fault.</summary>
    Error,

    /// <summary>Did not run, or failed as expected.</summary>
    Skipped,
}
