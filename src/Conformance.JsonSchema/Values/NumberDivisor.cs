using System.Numerics;
using System.Text;

namespace Conformance.JsonSchema.Values;

/// <summary>The number of <c>multipleOf</c>: divides exactly, in time linear in the length of the dividend's literal.</summary>
internal sealed class NumberDivisor
{
    private readonly BigInteger _digits;
    private readonly ulong? _small;
    private readonly long _exponent;

    /// <summary>Makes a divisor of a literal above zero.</summary>
    public NumberDivisor(string literal)
    {
        Text = literal;
        var number = JsonNumber.Parse(Encoding.UTF8.GetBytes(literal));
        for (var i = 0; i < number.DigitCount; i++)
            _digits = _digits * 10 + number.Digit(i);
        _small = _digits <= ulong.MaxValue ? (ulong)_digits : null;
        _exponent = number.Exponent;
    }

    /// <summary>The literal as it stands in the schema.</summary>
    public string Text { get; }

    /// <summary>Whether a number is an integer multiple of this one.</summary>
    public bool Divides(ReadOnlySpan<byte> literal)
    {
        var number = JsonNumber.Parse(literal);
        if (number.IsZero)
            return true;
        // Both numbers are digits times a power of ten. The dividend's last digit is not zero, so with a smaller exponent than the
        // divisor's it cannot be a multiple. Otherwise digits * 10^shift must be a multiple of the divisor's digits.
        var shift = number.Exponent - _exponent;
        if (shift < 0)
            return false;
        return _small is { } small ? Remainder(number, shift, small) == 0 : Remainder(number, shift, _digits).IsZero;
    }

    private static UInt128 Remainder(JsonNumber number, long shift, ulong divisor)
    {
        UInt128 remainder = 0;
        for (var i = 0; i < number.DigitCount; i++)
            remainder = (remainder * 10 + (uint)number.Digit(i)) % divisor;
        UInt128 factor = 10 % divisor;
        for (; shift > 0; shift >>= 1)
        {
            if ((shift & 1) != 0)
                remainder = remainder * factor % divisor;
            factor = factor * factor % divisor;
        }

        return remainder;
    }

    private static BigInteger Remainder(JsonNumber number, long shift, BigInteger divisor)
    {
        BigInteger remainder = 0;
        for (var i = 0; i < number.DigitCount; i++)
            remainder = (remainder * 10 + number.Digit(i)) % divisor;
        return remainder * BigInteger.ModPow(10, shift, divisor) % divisor;
    }
}
