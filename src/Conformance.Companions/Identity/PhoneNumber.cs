namespace Conformance.Companions.Identity;

/// <summary>Telephone numbers in international form.</summary>
internal static class PhoneNumber
{
    private const int ShortestInternational = 11;
    private const int Shortest = 6;
    private const int Longest = 15;

    /// <summary>The digits of a number in international form (E.164, without the plus sign); null where it is none.</summary>
    /// <param name="country">The country from which it is dialled, two capitals (ISO 3166-1).</param>
    /// <param name="number">The number as typed.</param>
    public static string? Canonical(string? country, string? number)
    {
        if (string.IsNullOrWhiteSpace(number)
            || number.Any(sign => !char.IsAsciiDigit(sign) && sign is not (' ' or '-' or '(' or ')' or '.' or '/' or '+')))
            return null;
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        if (number.TrimStart().StartsWith('+'))
            return Checked(digits);
        if (country is null || !CallingCodes.Find(country.ToUpperInvariant(), out var code))
            return null;
        if (digits.StartsWith("00", StringComparison.Ordinal))
            return Checked(digits[2..]);
        if (digits.StartsWith(code, StringComparison.Ordinal) && digits.Length >= ShortestInternational)
            return Checked(digits);
        // The digit that leads out of the local network is not part of the number, but in Italy and its neighbours it is.
        var national = code is "39" or "378" or "379" ? digits : digits.StartsWith('0') ? digits[1..] : digits;
        return Checked(code + national);
    }

    private static string? Checked(string digits) => digits.Length is >= Shortest and <= Longest ? digits : null;
}
