using System.Globalization;

namespace Conformance.Reports.Model;

/// <summary>Several things that a step looked at, some of which deviate in the same way.</summary>
/// <param name="Kind">What they are, in the plural: <c>responses</c>.</param>
/// <param name="Total">How many the step looked at.</param>
/// <param name="Deviating">Those that deviate, in their order.</param>
public sealed record SampleReport(string Kind, int Total, IReadOnlyList<DeviationReport> Deviating)
{
    /// <summary>How many, and which: <c>2 of 5 responses: without /sid; /sid is 5</c>.</summary>
    /// <param name="mostNames">How many names at most.</param>
    public string InWords(int mostNames = int.MaxValue)
    {
        var names = Deviating.Select(deviation => deviation.Name).ToList();
        var left = names.Count - mostNames;
        var which = string.Join("; ", names.Take(mostNames));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{names.Count} of {Total} {Kind}: {which}{(left > 0 ? $"; and {left} more" : "")}");
    }
}
