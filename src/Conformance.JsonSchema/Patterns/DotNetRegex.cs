using System.Globalization;
using System.Text;

namespace Conformance.JsonSchema.Patterns;

/// <summary>
/// Writes a parsed ECMA-262 expression in the syntax of .NET, which works on UTF-16 units: a code point beyond the first plane becomes a
/// pair of units, and every shorthand is spelled out, to keep .NET's own meanings out (Unicode digits, <c>$</c> before a last line feed).
/// Half a surrogate pair never matches.
/// </summary>
internal sealed class DotNetRegex
{
    private const string Nothing = @"[^\u0000-\uFFFF]";
    private const string WordBefore = "(?<=[0-9A-Z_a-z])";
    private const string NoWordBefore = "(?<![0-9A-Z_a-z])";
    private const string WordBehind = "(?=[0-9A-Z_a-z])";
    private const string NoWordBehind = "(?![0-9A-Z_a-z])";
    private readonly StringBuilder _text = new();
    private bool _looksAroundOrBack;

    /// <summary>The expression in .NET's syntax, for use without options that change the meaning of a pattern.</summary>
    /// <param name="node">The parsed expression.</param>
    /// <param name="looksAroundOrBack">Whether it has lookaround (word boundaries are written so) or back references, which only an engine
    /// with backtracking can match.</param>
    public static string Write(RegexNode node, out bool looksAroundOrBack)
    {
        var writer = new DotNetRegex();
        writer.Append(node);
        looksAroundOrBack = writer._looksAroundOrBack;
        return writer._text.ToString();
    }

    private void Append(RegexNode node)
    {
        _looksAroundOrBack |= node is RegexNode.Look or RegexNode.BackReference or RegexNode.Assertion { Kind: 'b' or 'B' };
        switch (node)
        {
            case RegexNode.Alternation alternation:
                Enclosed("(?:", alternation.Alternatives, '|');
                break;
            case RegexNode.Sequence sequence:
                foreach (var part in sequence.Parts)
                    Append(part);
                break;
            case RegexNode.OneOf one:
                AppendSet(one.Set);
                break;
            case RegexNode.Assertion assertion:
                _text.Append(assertion.Kind switch
                {
                    '^' => @"\A",
                    '$' => @"\z",
                    'b' => $"(?:{WordBefore}{NoWordBehind}|{NoWordBefore}{WordBehind})",
                    _ => $"(?:{WordBefore}{WordBehind}|{NoWordBefore}{NoWordBehind})",
                });
                break;
            case RegexNode.Look look:
                Enclosed(
                    (look.Behind, look.Negative) switch
                    {
                        (false, false) => "(?=",
                        (false, true) => "(?!",
                        (true, false) => "(?<=",
                        _ => "(?<!"
                    }, [look.Body]);
                break;
            case RegexNode.Group group:
                Enclosed(group.Number == 0 ? "(?:" : string.Create(CultureInfo.InvariantCulture, $"(?<{group.Number}>"), [group.Body]);
                break;
            case RegexNode.BackReference reference:
                // In ECMA-262 a group that has captured nothing matches the empty string.
                _text.Append(CultureInfo.InvariantCulture, $@"(?({reference.Number})\k<{reference.Number}>|)");
                break;
            case RegexNode.Repeat repeat:
                Enclosed("(?:", [repeat.Body]);
                _text.Append(CultureInfo.InvariantCulture, $"{{{repeat.Least},{repeat.Most}}}{(repeat.Lazy ? "?" : "")}");
                break;
        }
    }

    private void Enclosed(string opening, IReadOnlyList<RegexNode> bodies, char? separator = null)
    {
        _text.Append(opening);
        for (var i = 0; i < bodies.Count; i++)
        {
            if (i > 0)
                _text.Append(separator);
            Append(bodies[i]);
        }

        _text.Append(')');
    }

    private void AppendSet(CodePointSet set)
    {
        var alternatives = new List<string>();
        var units = set.Between(0, 0xD7FF).Union(set.Between(0xE000, 0xFFFF));
        if (units.Ranges.Count > 0)
            alternatives.Add(Class(units.Ranges));
        alternatives.AddRange(Pairs(set.Between(0x10000, CodePointSet.Last)));
        _text.Append(alternatives.Count switch
        {
            0 => Nothing,
            1 when units.Ranges.Count > 0 => alternatives[0],
            _ => $"(?:{string.Join('|', alternatives)})",
        });
    }

    // High units that any low unit may follow; then the others, those with the same low units together.
    private static IEnumerable<string> Pairs(CodePointSet set)
    {
        var whole = new List<(int, int)>();
        var partial = new SortedDictionary<int, List<(int From, int To)>>();
        foreach (var (from, to) in set.Ranges)
        {
            var (first, last) = (HighUnit(from), HighUnit(to));
            if (LowUnit(from) > 0xDC00 || first == last && LowUnit(to) < 0xDFFF)
                Partial(first++).Add((LowUnit(from), first > last ? LowUnit(to) : 0xDFFF));
            if (first <= last && LowUnit(to) < 0xDFFF)
                Partial(last--).Add((0xDC00, LowUnit(to)));
            if (first <= last)
                whole.Add((first, last));
        }

        if (whole.Count > 0)
            yield return Class(whole) + Class([(0xDC00, 0xDFFF)]);
        foreach (var group in partial.GroupBy(entry => Class(entry.Value), entry => entry.Key, StringComparer.Ordinal))
            yield return Class(CodePointSet.Of(group.Select(high => (high, high))).Ranges) + group.Key;

        List<(int From, int To)> Partial(int high)
        {
            if (!partial.TryGetValue(high, out var ranges))
                partial.Add(high, ranges = []);
            return ranges;
        }
    }

    private static int HighUnit(int codePoint) => 0xD800 + (codePoint - 0x10000 >> 10);

    private static int LowUnit(int codePoint) => 0xDC00 + (codePoint - 0x10000 & 0x3FF);

    private static string Class(IReadOnlyList<(int From, int To)> ranges)
    {
        var text = new StringBuilder("[");
        foreach (var (from, to) in ranges)
        {
            text.Append(CultureInfo.InvariantCulture, $@"\u{from:X4}");
            if (to > from)
                text.Append(CultureInfo.InvariantCulture, $@"-\u{to:X4}");
        }

        return text.Append(']').ToString();
    }
}
