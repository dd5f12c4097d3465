using System.Text;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Formats;

/// <summary>The formats that OpenAPI gives to numbers. A number that has a fraction has none of the integer formats.</summary>
internal static class NumericRange
{
    private static readonly byte[] Int32Min = Literal(int.MinValue), Int32Max = Literal(int.MaxValue);
    private static readonly byte[] Int64Min = Literal(long.MinValue), Int64Max = Literal(long.MaxValue);

    public static bool IsInt32(ReadOnlySpan<byte> literal) => IsIntegerBetween(literal, Int32Min, Int32Max);

    public static bool IsInt64(ReadOnlySpan<byte> literal) => IsIntegerBetween(literal, Int64Min, Int64Max);

    /// <summary>Not too large to be a finite number of single precision; rounding is allowed.</summary>
    public static bool IsFloat(ReadOnlySpan<byte> literal) =>
        float.TryParse(literal, System.Globalization.CultureInfo.InvariantCulture, out var value) && float.IsFinite(value);

    /// <summary>Not too large to be a finite number of double precision; rounding is allowed.</summary>
    public static bool IsDouble(ReadOnlySpan<byte> literal) =>
        double.TryParse(literal, System.Globalization.CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);

    private static bool IsIntegerBetween(ReadOnlySpan<byte> literal, byte[] least, byte[] most)
    {
        var number = JsonNumber.Parse(literal);
        return number.IsInteger && number.CompareTo(JsonNumber.Parse(least)) >= 0 && number.CompareTo(JsonNumber.Parse(most)) <= 0;
    }

    private static byte[] Literal(long value) => Encoding.ASCII.GetBytes(value.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
