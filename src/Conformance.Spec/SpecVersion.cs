using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Conformance.Spec;

/// <summary>A published version of the Matrix specification, e.g. <c>v1.19</c>.</summary>
/// <param name="Major">The number before the dot.</param>
/// <param name="Minor">The number after the dot.</param>
public readonly record struct SpecVersion(int Major, int Minor) : IComparable<SpecVersion>
{
    /// <summary>Reads <c>v1.19</c> or <c>1.19</c>.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> has another form.</exception>
    public static SpecVersion Parse(string text) =>
        TryParse(text, out var version) ? version : throw new FormatException(
            $"\"{text}\" is not a version of the specification; expected a form like v1.19.");

    /// <summary>Reads <c>v1.19</c> or <c>1.19</c>; false for anything else, such as the historical <c>r0.6.1</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out SpecVersion version)
    {
        version = default;
        var parts = text?.TrimStart('v').Split('.');
        if (parts is not [var major, var minor]
            || !int.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var majorNumber)
            || !int.TryParse(minor, NumberStyles.None, CultureInfo.InvariantCulture, out var minorNumber))
        {
            return false;
        }

        version = new SpecVersion(majorNumber, minorNumber);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(SpecVersion other) => (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <summary>Whether <paramref name="left"/> is older.</summary>
    public static bool operator <(SpecVersion left, SpecVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> is newer.</summary>
    public static bool operator >(SpecVersion left, SpecVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> is older or the same.</summary>
    public static bool operator <=(SpecVersion left, SpecVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> is newer or the same.</summary>
    public static bool operator >=(SpecVersion left, SpecVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The form that <c>GET /_matrix/client/versions</c> uses: <c>v1.19</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"v{Major}.{Minor}");
}
