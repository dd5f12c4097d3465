namespace Conformance.JsonSchema.Values;

/// <summary>
/// A number literal taken apart, exactly and without allocation: its significant digits (first and last not zero) as an integer, times
/// ten to the power <see cref="Exponent"/>. Zero has no digits.
/// </summary>
internal readonly ref struct JsonNumber
{
    // Exponents beyond this are clamped; no literal of a document that fits in memory can make up for the difference by its digits.
    private const long ExponentLimit = 1_000_000_000_000_000;

    private readonly ReadOnlySpan<byte> _literal;
    private readonly int _start;
    private readonly int _dot;

    private JsonNumber(ReadOnlySpan<byte> literal, bool negative, int start, int dot, int count, long exponent)
    {
        _literal = literal;
        _start = start;
        _dot = dot;
        DigitCount = count;
        Exponent = exponent;
        IsNegative = negative;
    }

    /// <summary>Whether it is below zero.</summary>
    public bool IsNegative { get; }

    /// <summary>How many significant digits it has; zero for the number zero.</summary>
    public int DigitCount { get; }

    /// <summary>The power of ten that its digits, read as an integer, are multiplied by.</summary>
    public long Exponent { get; }

    /// <summary>Whether it is zero.</summary>
    public bool IsZero => DigitCount == 0;

    /// <summary>Whether it has no fractional part; <c>1.0</c> and <c>1e2</c> have none.</summary>
    public bool IsInteger => IsZero || Exponent >= 0;

    /// <summary>One of its digits, the most significant first.</summary>
    public int Digit(int index)
    {
        var position = _start + index;
        // If the digits begin before the decimal point, the later ones stand one place further on.
        if (_start < _dot && position >= _dot)
            position++;
        return _literal[position] - '0';
    }

    /// <summary>Whether a literal is an integer by its value; quick for those without fraction and exponent.</summary>
    public static bool IsIntegerLiteral(ReadOnlySpan<byte> literal) =>
        literal.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0 || Parse(literal).IsInteger;

    /// <summary>Takes apart a literal that a JSON reader has accepted.</summary>
    public static JsonNumber Parse(ReadOnlySpan<byte> literal)
    {
        var negative = literal[0] == '-';
        var end = literal.IndexOfAny((byte)'e', (byte)'E');
        var exponent = end < 0 ? 0 : ParseExponent(literal[(end + 1)..]);
        if (end < 0)
            end = literal.Length;
        var dot = literal[..end].IndexOf((byte)'.');
        if (dot < 0)
            dot = end;
        var first = negative ? 1 : 0;
        while (first < end && literal[first] is (byte)'0' or (byte)'.')
            first++;
        if (first == end)
            return new JsonNumber(literal, negative: false, 0, 0, 0, 0);
        var last = end - 1;
        while (literal[last] is (byte)'0' or (byte)'.')
            last--;
        var count = last - first + 1 - (first < dot && last > dot ? 1 : 0);
        // The weight of the last significant digit: how far it stands left or right of the decimal point.
        exponent += last < dot ? dot - last - 1 : dot - last;
        return new JsonNumber(literal, negative, first, dot, count, exponent);
    }

    /// <summary>Below zero, zero or above zero as this number is less than, equal to or greater than another.</summary>
    public int CompareTo(JsonNumber other)
    {
        if (IsZero || other.IsZero)
            return Sign().CompareTo(other.Sign());
        if (IsNegative != other.IsNegative)
            return IsNegative ? -1 : 1;
        var magnitude = (DigitCount + Exponent).CompareTo(other.DigitCount + other.Exponent);
        for (var i = 0; magnitude == 0 && i < Math.Max(DigitCount, other.DigitCount); i++)
            magnitude = (i < DigitCount ? Digit(i) : 0).CompareTo(i < other.DigitCount ? other.Digit(i) : 0);
        return IsNegative ? -magnitude : magnitude;
    }

    private int Sign() => IsZero ? 0 : IsNegative ? -1 : 1;

    private static long ParseExponent(ReadOnlySpan<byte> text)
    {
        var negative = text[0] == '-';
        if (text[0] is (byte)'-' or (byte)'+')
            text = text[1..];
        long value = 0;
        foreach (var digit in text)
            value = Math.Min(ExponentLimit, value * 10 + (digit - '0'));
        return negative ? -value : value;
    }
}
