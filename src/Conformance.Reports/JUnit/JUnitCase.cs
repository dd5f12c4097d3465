using Conformance.Reports.Model;

namespace Conformance.Reports.JUnit;

/// <summary>A <c>testcase</c>.</summary>
/// <param name="ClassName">Where it belongs.</param>
/// <param name="Name">Its name.</param>
/// <param name="Duration">How long it took.</param>
internal sealed record JUnitCase(string ClassName, string Name, TimeSpan Duration)
{
    /// <summary>How it ended.</summary>
    public JUnitEnd End { get; init; }

    /// <summary>Why, in one line.</summary>
    public string Message { get; init; } = "";

    /// <summary>What stands behind a failure or a warning; null behind none.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Why, in full.</summary>
    public string Text { get; init; } = "";
}
