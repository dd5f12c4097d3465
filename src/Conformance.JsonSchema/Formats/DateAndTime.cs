namespace Conformance.JsonSchema.Formats;

/// <summary>Dates and times (RFC 3339, sections 5.6 and 5.7) and durations (its appendix A).</summary>
internal static class DateAndTime
{
    /// <summary>A date, <c>T</c> and a time.</summary>
    public static bool IsDateTime(ReadOnlySpan<byte> text) =>
        text.Length > 11 && text[10] is (byte)'T' or (byte)'t' && IsDate(text[..10]) && IsTime(text[11..]);

    /// <summary>A day of the calendar, <c>2026-11-21</c>.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) =>
        text.Length == 10 && text[4] == '-' && text[7] == '-'
        && Number(text[..4]) is >= 0 and var year && Number(text[5..7]) is >= 1 and <= 12 and var month && Number(text[8..]) is >= 1
            and var day
        && day <= DateTime.DaysInMonth(year == 0 ? 4 : year, month);

    /// <summary>A time of day with its offset; second 60 is allowed only as the last of a UTC day.</summary>
    public static bool IsTime(ReadOnlySpan<byte> text)
    {
        if (text.Length < 9 || text[2] != ':' || text[5] != ':')
            return false;
        var (hour, minute, second) = (Number(text[..2]), Number(text[3..5]), Number(text[6..8]));
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60)
            return false;
        text = text[8..];
        if (text[0] == '.')
        {
            var digits = text[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1)
                return false;
            text = text[(digits + 1)..];
        }

        var offset = 0;
        if (text is [(byte)'+' or (byte)'-', _, _, (byte)':', _, _])
        {
            var (hours, minutes) = (Number(text[1..3]), Number(text[4..]));
            if (hours is < 0 or > 23 || minutes is < 0 or > 59)
                return false;
            offset = (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
        }
        else if (text is not [(byte)'Z' or (byte)'z'])
        {
            return false;
        }

        const int MinutesOfDay = 24 * 60;
        return second < 60 || (hour * 60 + minute - offset + 2 * MinutesOfDay) % MinutesOfDay == MinutesOfDay - 1;
    }

    /// <summary><c>P</c> with years to days and hours to seconds in order and without gaps, or weeks.</summary>
    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        if (text is not [(byte)'P', _, ..])
            return false;
        text = text[1..];
        if (text[^1] == 'W')
            return AreUnits(text, "W"u8);
        var t = text.IndexOf((byte)'T');
        if (t < 0)
            return AreUnits(text, "YMD"u8);
        return (t == 0 || AreUnits(text[..t], "YMD"u8)) && t + 1 < text.Length && AreUnits(text[(t + 1)..], "HMS"u8);
    }

    private static bool AreUnits(ReadOnlySpan<byte> text, ReadOnlySpan<byte> units)
    {
        var previous = -1;
        while (!text.IsEmpty)
        {
            var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 1)
                return false;
            var unit = units.IndexOf(text[digits]);
            if (unit < 0 || (previous < 0 ? false : unit != previous + 1))
                return false;
            previous = unit;
            text = text[(digits + 1)..];
        }

        return true;
    }

    // -1 if it is not a number.
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
                return -1;
            value = value * 10 + digit - '0';
        }

        return value;
    }
}
