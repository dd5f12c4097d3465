using System.Globalization;

namespace Conformance.Reports.Wording;

/// <summary>Numbers with their nouns.</summary>
internal static class Counted
{
    /// <summary>E.g. <c>1 scenario</c>, <c>2 scenarios</c>.</summary>
    public static string Of(int count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural ?? singular + "s")}");

    /// <summary>Seconds with one digit after the point, e.g. <c>2.1 s</c>.</summary>
    public static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
