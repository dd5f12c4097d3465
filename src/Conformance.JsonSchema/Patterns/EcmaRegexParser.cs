using System.Globalization;
using System.Text;

namespace Conformance.JsonSchema.Patterns;

/// <summary>Parses a regular expression as ECMA-262 has it in unicode mode (section 22.2.1, with the parameters U and N set).</summary>
internal sealed partial class EcmaRegexParser
{
    private const int MaxNesting = 200;
    private readonly int[] _pattern;
    private readonly Dictionary<string, int> _groupNames = new(StringComparer.Ordinal);
    private int _at;
    private int _groupsOpened;
    private int _groupCount;
    private int _nesting;

    private EcmaRegexParser(string pattern) => _pattern = CodePoints(pattern);

    private int Next => _at < _pattern.Length ? _pattern[_at] : -1;

    /// <summary>Parses a whole pattern. Throws a <see cref="RegexSyntaxException"/> that says what is wrong with it.</summary>
    public static RegexNode Parse(string pattern)
    {
        var parser = new EcmaRegexParser(pattern);
        parser.FindGroups();
        var node = parser.Disjunction();
        if (parser.Next == ')')
            throw new RegexSyntaxException("a closing parenthesis has no opening one");
        return node;
    }

    private static int[] CodePoints(string text)
    {
        var codePoints = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                codePoints.Add(char.ConvertToUtf32(text[i], text[++i]));
            else
                codePoints.Add(text[i]);
        return [.. codePoints];
    }

    // References may stand before the group they mean, so the groups are counted and named first.
    private void FindGroups()
    {
        var inClass = false;
        for (_at = 0; _at < _pattern.Length; _at++)
        {
            if (Next == '\\')
                _at++;
            else if (Next is '[' or ']')
                inClass = Next == '[';
            else if (!inClass && Next == '(' && (!LooksAt("(?") || LooksAt("(?<") && !LooksAt("(?<=") && !LooksAt("(?<!")))
            {
                _groupCount++;
                if (LooksAt("(?<"))
                {
                    _at += 3;
                    if (!_groupNames.TryAdd(GroupName(), _groupCount))
                        throw new RegexSyntaxException("two groups have the same name");
                    _at--;
                }
            }
        }

        _at = 0;
    }

    private RegexNode Disjunction()
    {
        if (++_nesting > MaxNesting)
            throw new RegexSyntaxException($"groups nest deeper than {MaxNesting} levels");
        var alternatives = new List<RegexNode> { Alternative() };
        while (Accept('|'))
            alternatives.Add(Alternative());
        _nesting--;
        return alternatives.Count == 1 ? alternatives[0] : new RegexNode.Alternation(alternatives);
    }

    private RegexNode.Sequence Alternative()
    {
        var parts = new List<RegexNode>();
        while (Next >= 0 && Next != '|' && Next != ')')
            parts.Add(Term());
        return new RegexNode.Sequence(parts);
    }

    private RegexNode Term()
    {
        var symbol = Next;
        switch (symbol)
        {
            case '^' or '$':
                _at++;
                return new RegexNode.Assertion((char)symbol);
            case '*' or '+' or '?':
                throw new RegexSyntaxException($"nothing stands before \"{(char)symbol}\"");
            case '{' or '}' or ']':
                throw new RegexSyntaxException($"\"{(char)symbol}\" must be escaped");
            case '(':
                var group = Group();
                return group is RegexNode.Look ? group : Quantified(group);
            case '[':
                _at++;
                return Quantified(new RegexNode.OneOf(Class()));
            case '.':
                _at++;
                return Quantified(new RegexNode.OneOf(CodePointSet.LineTerminators.Complement()));
            case '\\':
                _at++;
                if (Next is 'b' or 'B')
                    return new RegexNode.Assertion((char)_pattern[_at++]);
                return Quantified(AtomEscape());
            default:
                _at++;
                return Quantified(Single(symbol));
        }
    }

    private static RegexNode.OneOf Single(int codePoint) => new(CodePointSet.Of((codePoint, codePoint)));

    private RegexNode Group()
    {
        _at++;
        var number = 0;
        var (look, behind, negative) = (false, false, false);
        if (Accept('?'))
        {
            if (Accept("<=") || Accept("<!"))
                (look, behind, negative) = (true, true, _pattern[_at - 1] == '!');
            else if (Accept('=') || Accept('!'))
                (look, negative) = (true, _pattern[_at - 1] == '!');
            else if (Accept('<'))
                number = _groupNames[GroupName()];
            else if (!Accept(':'))
                throw new RegexSyntaxException("a group begins with (?, but not with (?:, (?=, (?!, (?<=, (?<! or (?<name>");
            if (number > 0)
                _groupsOpened = number;
        }
        else
        {
            number = ++_groupsOpened;
        }

        var body = Disjunction();
        if (!Accept(')'))
            throw new RegexSyntaxException("a group is not closed");
        return look ? new RegexNode.Look(body, behind, negative) : new RegexNode.Group(body, number);
    }

    private RegexNode Quantified(RegexNode atom)
    {
        int least;
        int? most;
        switch (Next)
        {
            case '*':
                (least, most) = (0, null);
                break;
            case '+':
                (least, most) = (1, null);
                break;
            case '?':
                (least, most) = (0, 1);
                break;
            case '{':
                _at++;
                least = Count();
                most = !Accept(',') ? least : Next == '}' ? null : Count();
                if (Next != '}')
                    throw new RegexSyntaxException("a quantifier in braces is malformed");
                if (most < least)
                    throw new RegexSyntaxException("the numbers of a quantifier are out of order");
                break;
            default:
                return atom;
        }

        _at++;
        var lazy = Accept('?');
        if (Next is '*' or '+' or '?' or '{')
            throw new RegexSyntaxException("a quantifier follows a quantifier");
        return new RegexNode.Repeat(atom, least, most, lazy);
    }

    private int Count()
    {
        var start = _at;
        while (Next is >= '0' and <= '9')
            _at++;
        if (_at == start)
            throw new RegexSyntaxException("a quantifier in braces is malformed");
        return int.TryParse(Text(start, _at), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw new RegexSyntaxException("a quantifier's number is too large");
    }

    private string GroupName()
    {
        var start = _at;
        while (Next >= 0 && Next != '>')
            _at++;
        var name = Text(start, _at);
        if (!Accept('>') || name.Length == 0 || char.IsAsciiDigit(name[0])
            || !name.EnumerateRunes().All(rune => Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '$'))
            throw new RegexSyntaxException("the name of a group is malformed");
        return name;
    }

    private string Text(int start, int end)
    {
        var text = new StringBuilder();
        foreach (var codePoint in _pattern.AsSpan(start, end - start))
            if (codePoint is >= 0xD800 and < 0xE000)
                text.Append((char)codePoint);
            else
                text.Append(char.ConvertFromUtf32(codePoint));
        return text.ToString();
    }

    private bool LooksAt(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (_at + i >= _pattern.Length || _pattern[_at + i] != text[i])
                return false;
        return true;
    }

    private bool Accept(char symbol)
    {
        if (Next != symbol)
            return false;
        _at++;
        return true;
    }

    private bool Accept(string text)
    {
        if (!LooksAt(text))
            return false;
        _at += text.Length;
        return true;
    }
}
