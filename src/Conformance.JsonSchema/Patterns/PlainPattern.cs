using System.Text;

namespace Conformance.JsonSchema.Patterns;

/// <summary>A pattern that needs no regular expression engine: literal text, anchored or not, or a run of ASCII characters out of one set
/// over the whole string.</summary>
internal sealed class PlainPattern
{
    private readonly byte[] _literal = [];
    private readonly bool _atStart;
    private readonly bool _atEnd;
    private readonly bool[]? _ascii;
    private readonly int _least;
    private readonly int _most;

    private PlainPattern(byte[] literal, bool atStart, bool atEnd) => (_literal, _atStart, _atEnd) = (literal, atStart, atEnd);

    private PlainPattern(bool[] ascii, int least, int most) => (_ascii, _least, _most) = (ascii, least, most);

    /// <summary>The plain form of an expression; null if it has none.</summary>
    public static PlainPattern? TryMake(RegexNode node)
    {
        if (node is not RegexNode.Sequence { Parts: var parts })
            return null;
        var first = parts.Count > 0 && parts[0] is RegexNode.Assertion { Kind: '^' } ? 1 : 0;
        var end = parts.Count > first && parts[^1] is RegexNode.Assertion { Kind: '$' } ? parts.Count - 1 : parts.Count;
        var (atStart, atEnd) = (first == 1, end < parts.Count);
        if (atStart && atEnd && end - first == 1
            && parts[first] is RegexNode.Repeat { Body: RegexNode.OneOf { Set: var set }, Least: var least, Most: var most }
            && IsAscii(set))
        {
            var ascii = new bool[128];
            foreach (var (from, to) in set.Ranges)
                Array.Fill(ascii, true, from, to - from + 1);
            return new PlainPattern(ascii, least, most ?? int.MaxValue);
        }

        var literal = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            if (parts[i] is not RegexNode.OneOf { Set.Ranges: [var (from, to)] } || from != to || from is >= 0xD800 and < 0xE000)
                return null;
            literal.Append(char.ConvertFromUtf32(from));
        }

        return new PlainPattern(Encoding.UTF8.GetBytes(literal.ToString()), atStart, atEnd);
    }

    /// <summary>Whether a string matches, given as UTF-8.</summary>
    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        if (_ascii is null)
            return (_atStart, _atEnd) switch
            {
                (true, true) => text.SequenceEqual(_literal),
                (true, false) => text.StartsWith(_literal),
                (false, true) => text.EndsWith(_literal),
                _ => text.IndexOf(_literal) >= 0,
            };
        if (text.Length < _least || text.Length > _most)
            return false;
        foreach (var unit in text)
            if (unit >= 128 || !_ascii[unit])
                return false;
        return true;
    }

    private static bool IsAscii(CodePointSet set) => set.Ranges.Count == 0 || set.Ranges[^1].To < 128;
}
