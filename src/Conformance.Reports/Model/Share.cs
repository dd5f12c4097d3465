namespace Conformance.Reports.Model;

/// <summary>A part of a whole, counted.</summary>
/// <param name="Part">How many of them.</param>
/// <param name="Total">How many there are.</param>
public readonly record struct Share(int Part, int Total)
{
    /// <summary>E.g. <c>14 of 166</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Part} of {Total}");
}
