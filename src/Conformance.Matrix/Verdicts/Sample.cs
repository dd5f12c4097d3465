using System.Globalization;

namespace Conformance.Matrix.Verdicts;

/// <summary>Several things that a step looked at, some of which deviate in the same way.</summary>
/// <param name="Kind">What they are, in the plural: <c>responses</c>.</param>
/// <param name="Total">How many the step looked at.</param>
/// <param name="Deviating">Those that deviate, in their order; at least one.</param>
public sealed record Sample(string Kind, int Total, IReadOnlyList<Deviation> Deviating)
{
    /// <summary>How many, and which: <c>2 of 5 responses: without /sid; /sid is 5</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Deviating.Count} of {Total} {Kind}: {string.Join("; ", Deviating.Select(deviation => deviation.Name))}");
}
