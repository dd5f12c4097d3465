using System.Globalization;

namespace Conformance.JsonSchema.Patterns;

/// <summary>A set of Unicode code points, as sorted ranges that neither overlap nor touch. Immutable.</summary>
internal sealed class CodePointSet
{
    /// <summary>The last code point.</summary>
    public const int Last = 0x10FFFF;

    private CodePointSet(IReadOnlyList<(int From, int To)> ranges) => Ranges = ranges;

    /// <summary>The ranges, bounds included.</summary>
    public IReadOnlyList<(int From, int To)> Ranges { get; }

    /// <summary>The empty set.</summary>
    public static CodePointSet None { get; } = new([]);

    /// <summary>All code points.</summary>
    public static CodePointSet All { get; } = Of((0, Last));

    /// <summary><c>\d</c></summary>
    public static CodePointSet Digits { get; } = Of(('0', '9'));

    /// <summary><c>\w</c></summary>
    public static CodePointSet WordCharacters { get; } = Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    /// <summary><c>\s</c>: WhiteSpace and LineTerminator (ECMA-262, section 22.2.2.9).</summary>
    public static CodePointSet WhiteSpace { get; } = Of(
        (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F), (0x205F, 0x205F),
            (0x3000, 0x3000), (0xFEFF, 0xFEFF));

    /// <summary>What the dot does not match.</summary>
    public static CodePointSet LineTerminators { get; } = Of(('\n', '\n'), ('\r', '\r'), (0x2028, 0x2029));

    /// <summary>The union of ranges, bounds included, in any order.</summary>
    public static CodePointSet Of(params IEnumerable<(int From, int To)> ranges)
    {
        var merged = new List<(int From, int To)>();
        foreach (var range in ranges.OrderBy(range => range.From))
            if (merged.Count > 0 && range.From <= merged[^1].To + 1)
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            else
                merged.Add(range);
        return new CodePointSet(merged);
    }

    /// <summary>The code points whose general category a predicate accepts.</summary>
    public static CodePointSet OfCategories(Predicate<UnicodeCategory> accepts)
    {
        var ranges = new List<(int, int)>();
        var start = -1;
        for (var codePoint = 0; codePoint <= Last + 1; codePoint++)
        {
            var inside = codePoint <= Last && accepts(CharUnicodeInfo.GetUnicodeCategory(codePoint));
            if (inside && start < 0)
                start = codePoint;
            if (!inside && start >= 0)
            {
                ranges.Add((start, codePoint - 1));
                start = -1;
            }
        }

        return new CodePointSet(ranges);
    }

    /// <summary>The code points that are in one of the two sets.</summary>
    public CodePointSet Union(CodePointSet other) => Of(Ranges.Concat(other.Ranges));

    /// <summary>The code points that are not in this set.</summary>
    public CodePointSet Complement()
    {
        var ranges = new List<(int, int)>();
        var next = 0;
        foreach (var (from, to) in Ranges)
        {
            if (from > next)
                ranges.Add((next, from - 1));
            next = to + 1;
        }

        if (next <= Last)
            ranges.Add((next, Last));
        return new CodePointSet(ranges);
    }

    /// <summary>The part of the set between two code points, both included.</summary>
    public CodePointSet Between(int first, int last) =>
        new([.. Ranges.Where(range => range.To >= first && range.From <= last)
            .Select(range => (Math.Max(range.From, first), Math.Min(range.To, last)))]);
}
