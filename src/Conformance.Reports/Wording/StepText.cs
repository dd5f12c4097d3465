using System.Globalization;
using Conformance.Reports.Model;

namespace Conformance.Reports.Wording;

/// <summary>Says which step did not end well.</summary>
internal static class StepText
{
    /// <summary>The step with its line. What it expects stands as <c>...</c>, since the expectation is told on a line of its own.</summary>
    /// <param name="step">The step.</param>
    /// <param name="violations">What it found.</param>
    public static string Of(StepReference step, IEnumerable<ViolationReport> violations)
    {
        var text = Printable.OneLine(step.Text);
        foreach (var expected in violations.Select(violation => Printable.OneLine(violation.Expected)).Where(text => text.Length > 0))
            text = text.Replace(expected, "...", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"{text} (line {step.Line})");
    }
}
