using System.Globalization;

namespace Conformance.Matrix.ThreePids;

/// <summary>
/// Telephone numbers that reach nobody: the ranges that France reserves for films and novels, 50,000 numbers which every check of numbers
/// takes for real ones
/// (decision of the French regulator ARCEP on the numbering plan, 2018).
/// </summary>
public static class PhoneNumbers
{
    /// <summary>The country of the numbers (ISO 3166-1).</summary>
    public const string Country = "FR";

    private const string CallingCode = "33";
    private const int PerRange = 10_000;
    private static readonly string[] Ranges = ["19900", "26191", "35301", "46571", "53649"];

    /// <summary>How many there are.</summary>
    internal static int Count => Ranges.Length * PerRange;

    /// <summary>One of them, in international form, digits alone.</summary>
    /// <param name="index">Which one; beyond the last it starts over.</param>
    internal static string At(long index)
    {
        var within = index % Count;
        return string.Create(CultureInfo.InvariantCulture, $"{CallingCode}{Ranges[within / PerRange]}{within % PerRange:D4}");
    }

    /// <summary>A number's digits.</summary>
    public static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));

    /// <summary>A number of the suite's as it is dialled inside its country: <c>01 99 00 12 34</c>. Others come back with a plus
    /// sign.</summary>
    /// <param name="number">The number in international form, digits alone.</param>
    public static string National(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!number.StartsWith(CallingCode, StringComparison.Ordinal))
            return $"+{number}";
        var digits = $"0{number[CallingCode.Length..]}";
        return string.Join(' ', digits.Chunk(2).Select(pair => new string(pair)));
    }
}
