namespace Conformance.JsonSchema.Patterns;

// Escapes and character classes.
internal sealed partial class EcmaRegexParser
{
    private const string SyntaxCharacters = "^$\\.*+?()[]{}|/";

    private RegexNode AtomEscape()
    {
        if (Next is >= '1' and <= '9')
        {
            var number = Count();
            return number <= _groupCount
                ? new RegexNode.BackReference(number)
                : throw new RegexSyntaxException($"\\{number} refers to a group that is not there");
        }

        if (Accept('k'))
        {
            if (!Accept('<') || GroupName() is var name && !_groupNames.ContainsKey(name))
                throw new RegexSyntaxException("\\k does not name a group that is there");
            return new RegexNode.BackReference(_groupNames[name]);
        }

        return new RegexNode.OneOf(ClassEscape() ?? Character(CharacterEscape()));
    }

    private static CodePointSet Character(int codePoint) => CodePointSet.Of((codePoint, codePoint));

    /// <summary>Reads an escape for a set of characters, after its backslash; null if it is another escape.</summary>
    private CodePointSet? ClassEscape()
    {
        var kind = Next;
        var set = kind switch
        {
            'd' or 'D' => CodePointSet.Digits,
            'w' or 'W' => CodePointSet.WordCharacters,
            's' or 'S' => CodePointSet.WhiteSpace,
            'p' or 'P' => CodePointSet.None,
            _ => null,
        };
        if (set is null)
            return null;
        _at++;
        if (kind is 'p' or 'P')
        {
            var start = _at + 1;
            if (!Accept('{') || Array.IndexOf(_pattern, '}', _at) is var end && end < 0)
                throw new RegexSyntaxException("a Unicode property is not written as \\p{...}");
            _at = end + 1;
            set = UnicodeProperties.Find(Text(start, end));
        }

        return kind is 'D' or 'W' or 'S' or 'P' ? set.Complement() : set;
    }

    private int CharacterEscape()
    {
        var kind = Next;
        _at++;
        switch (kind)
        {
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case '0' when Next is not (>= '0' and <= '9'):
                return 0;
            case 'c' when Next is >= 'a' and <= 'z' or >= 'A' and <= 'Z':
                return _pattern[_at++] % 32;
            case 'x':
                return Hex(2);
            case 'u' when Accept('{'):
                return BracedCodePoint();
            case 'u':
                var unit = Hex(4);
                if (unit is >= 0xD800 and < 0xDC00 && LooksAt("\\u") && _at + 5 < _pattern.Length && HexAt(_at + 2, 4) is >= 0xDC00
                    and < 0xE000 and var low)
                {
                    _at += 6;
                    return char.ConvertToUtf32((char)unit, (char)low);
                }

                return unit;
            case >= 0 and < 128 when SyntaxCharacters.Contains((char)kind, StringComparison.Ordinal):
                return kind;
            case < 0:
                throw new RegexSyntaxException("it ends with a backslash");
            default:
                throw new RegexSyntaxException($"\\{char.ConvertFromUtf32(kind is >= 0xD800 and < 0xE000 ? 0xFFFD : kind)} is not an escape");
        }
    }

    private int BracedCodePoint()
    {
        var value = 0;
        var start = _at;
        for (; HexAt(_at, 1) is >= 0 and var digit; _at++)
            value = Math.Min(value * 16 + digit, CodePointSet.Last + 1);
        if (_at == start || !Accept('}') || value > CodePointSet.Last)
            throw new RegexSyntaxException("\\u{...} is not a code point");
        return value;
    }

    private int Hex(int digits)
    {
        var value = HexAt(_at, digits);
        if (value < 0)
            throw new RegexSyntaxException($"an escape lacks its {digits} hexadecimal digits");
        _at += digits;
        return value;
    }

    private int HexAt(int position, int digits)
    {
        var value = 0;
        for (var i = position; i < position + digits; i++)
        {
            if (i >= _pattern.Length || _pattern[i] > 127 || !char.IsAsciiHexDigit((char)_pattern[i]))
                return -1;
            value = value * 16 + Convert.ToInt32(((char)_pattern[i]).ToString(), 16);
        }

        return value;
    }

    private CodePointSet Class()
    {
        var negative = Accept('^');
        var ranges = new List<(int, int)>();
        while (!Accept(']'))
        {
            var (first, set) = ClassAtom();
            var isRange = Next == '-' && _at + 1 < _pattern.Length && _pattern[_at + 1] != ']';
            if (!isRange)
            {
                ranges.AddRange(set.Ranges);
                continue;
            }

            _at++;
            var (last, _) = ClassAtom();
            if (first is null || last is null)
                throw new RegexSyntaxException("a range in a character class has a class of characters for a bound");
            if (last < first)
                throw new RegexSyntaxException("a range in a character class is out of order");
            ranges.Add((first.Value, last.Value));
        }

        var all = CodePointSet.Of(ranges);
        return negative ? all.Complement() : all;
    }

    /// <summary>One entry of a character class: the code point, if it is a single one, and the set.</summary>
    private (int? CodePoint, CodePointSet Set) ClassAtom()
    {
        if (Next < 0)
            throw new RegexSyntaxException("a character class is not closed");
        var codePoint = _pattern[_at++];
        if (codePoint == '\\')
        {
            if (ClassEscape() is { } set)
                return (null, set);
            codePoint = Accept('b') ? '\b' : Accept('-') ? '-' : CharacterEscape();
        }

        return (codePoint, Character(codePoint));
    }
}
