using Conformance.Reports.Model;

namespace Conformance.Reports.Wording;

/// <summary>Says a violation in words.</summary>
internal static class ViolationText
{
    /// <summary>What was seen, on one line, and in which of several things: <c>200 in 2 of 5 responses: without /sid; /sid is
    /// 5</c>.</summary>
    /// <param name="violation">The violation.</param>
    /// <param name="mostNames">How many of the things to name at most.</param>
    public static string Actual(ViolationReport violation, int mostNames = int.MaxValue) => Printable.OneLine(
        violation.Sample is { } sample ? $"{violation.Actual} in {sample.InWords(mostNames)}" : violation.Actual);
}
