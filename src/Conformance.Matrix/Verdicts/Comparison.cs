using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Verdicts;

/// <summary>Looks at several things of one kind, and keeps all that deviate: a step that throws at the first would hide the
/// others.</summary>
/// <param name="kind">What they are, in the plural: <c>responses</c>.</param>
public sealed class Comparison(string kind)
{
    private readonly List<(string Expected, Deviation Deviation)> _deviations = [];
    private int _total;

    /// <summary>A violation for each way in which they deviate, in the order first seen. Where there was but one thing, it has no
    /// sample.</summary>
    public IReadOnlyList<Violation> Violations =>
    [
        .. _deviations
            .GroupBy(item => (item.Expected, Seen.Of(item.Deviation.Actual)))
            .Select(group => Of(group.Key.Expected, [.. group.Select(item => item.Deviation)])),
    ];

    /// <summary>Notes one more thing that was looked at.</summary>
    /// <param name="deviates">Whether it is not as expected.</param>
    /// <param name="expected">All that would be acceptable, one phrase.</param>
    /// <param name="seen">What it is; asked where it deviates.</param>
    public void Add(bool deviates, string expected, Func<Deviation> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        _total++;
        if (deviates)
            _deviations.Add((expected, seen()));
    }

    private Violation Of(string expected, IReadOnlyList<Deviation> alike) => new(expected, alike[0].Actual, alike[0].Exchange)
    {
        Sample = _total > 1 ? new Sample(kind, _total, alike) : null,
    };
}
