using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Runner.Expressions;

/// <summary>
/// Makes regular expressions of cucumber expressions: <c>{name}</c> a parameter, <c>(s)</c> what may be left out, <c>a/b</c> one of several words,
/// <c>\</c> before any of <c>{ } ( ) / \</c> and space the character itself.
/// </summary>
internal sealed class CucumberExpression
{
    private const string Quoted = """(?:"([^"\\]*(?:\\.[^"\\]*)*)")|(?:'([^'\\]*(?:\\.[^'\\]*)*)')""";
    private readonly string _source;
    private readonly ParameterTypes _types;
    private readonly List<(char Token, char Character, int Column)> _tokens = [];

    private CucumberExpression(string source, ParameterTypes types)
    {
        _source = source;
        _types = types;
    }

    /// <summary>The regular expression, which matches the whole text. Each parameter is one group that succeeds.</summary>
    /// <exception cref="ExpressionException">The expression is not valid.</exception>
    public static Regex Compile(string source, ParameterTypes types)
    {
        var expression = new CucumberExpression(source, types);
        expression.Tokenise();
        return new Regex($"^{expression.Sequence()}$", RegexOptions.CultureInvariant);
    }

    /// <summary>Whether an expression without a stated type is a cucumber expression. Reqnroll asks the same questions in the same order.</summary>
    public static bool LooksLikeOne(string source) =>
        !source.StartsWith('^') && !source.EndsWith('$')
        && (Regex.IsMatch(source, @"{\w*}") || !Regex.IsMatch(source, @"\([^\)]+[\*\+]\)|\.\*|\\\.|\\d\+"));

    // A token is one of ( ) { } / or ' ' for white space, or 't' for a character that stands for itself.
    private void Tokenise()
    {
        for (var i = 0; i < _source.Length; i++)
        {
            var character = _source[i];
            if (character == '\\')
            {
                if (++i == _source.Length)
                    throw Error(i - 1, "the last character is a '\\' that escapes nothing; write '\\\\'");
                if (!"(){}/\\".Contains(_source[i], StringComparison.Ordinal) && !char.IsWhiteSpace(_source[i]))
                    throw Error(i, $"'{_source[i]}' cannot be escaped; only {{ }} ( ) / \\ and white space can");
                _tokens.Add(('t', _source[i], i));
            }
            else if (char.IsWhiteSpace(character))
            {
                _tokens.Add((' ', character, i));
            }
            else
            {
                _tokens.Add(("(){}/".Contains(character, StringComparison.Ordinal) ? character : 't', character, i));
            }
        }
    }

    private string Sequence()
    {
        var regex = new StringBuilder();
        for (var i = 0; i < _tokens.Count;)
        {
            var atBoundary = i == 0 || _tokens[i - 1].Token is ' ' or '}';
            if (atBoundary && EndOfAlternation(i) is { } end)
            {
                regex.Append(Alternation(i, end));
                i = end;
                continue;
            }

            regex.Append(Part(ref i));
        }

        return regex.ToString();
    }

    // An alternation reaches from one boundary to the next: white space, a parameter, or the end.
    private int? EndOfAlternation(int start)
    {
        var depth = 0;
        var separated = false;
        var i = start;
        for (; i < _tokens.Count; i++)
        {
            var token = _tokens[i].Token;
            if (depth == 0 && token is ' ' or '{')
                break;
            depth += token switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            separated |= depth == 0 && token == '/';
        }

        return separated ? i : null;
    }

    private string Alternation(int start, int end)
    {
        var alternatives = new List<string>();
        var current = new StringBuilder();
        var (hasText, isEmpty) = (false, true);
        for (var i = start; i <= end;)
        {
            if (i == end || _tokens[i].Token == '/')
            {
                if (isEmpty)
                    throw Error(Column(Math.Min(i, _tokens.Count - 1)), "an alternative of '/' is empty; escape it as '\\/' if it is meant as text");
                if (!hasText)
                    throw Error(Column(i - 1), "an alternative of '/' has nothing but optional text");
                alternatives.Add(current.ToString());
                current.Clear();
                (hasText, isEmpty) = (false, true);
                i++;
                continue;
            }

            isEmpty = false;
            hasText |= _tokens[i].Token != '(';
            current.Append(Part(ref i));
        }

        return $"(?:{string.Join('|', alternatives)})";
    }

    private string Part(ref int i)
    {
        switch (_tokens[i].Token)
        {
            case '(':
                return Optional(ref i);
            case '{':
                return Parameter(ref i);
            default:
                return Regex.Escape(_tokens[i++].Character.ToString());
        }
    }

    private string Optional(ref int i)
    {
        var start = i++;
        var text = new StringBuilder();
        for (; i < _tokens.Count && _tokens[i].Token != ')'; i++)
        {
            text.Append(_tokens[i].Token switch
            {
                '{' => throw Error(Column(i), "a parameter cannot be optional; write two step definitions, or escape '('"),
                '(' => throw Error(Column(i), "optional text cannot hold optional text; escape '(' if it is meant as text"),
                '/' => throw Error(Column(i), "optional text cannot hold alternatives; escape '/' if it is meant as text"),
                _ => Regex.Escape(_tokens[i].Character.ToString()),
            });
        }

        if (i == _tokens.Count)
            throw Error(Column(start), "'(' has no matching ')'; escape it as '\\(' if it is meant as text");
        if (text.Length == 0)
            throw Error(Column(start), "optional text is empty; escape '(' and ')' if they are meant as text");
        i++;
        return $"(?:{text})?";
    }

    private string Parameter(ref int i)
    {
        var start = i++;
        var name = new StringBuilder();
        for (; i < _tokens.Count && _tokens[i].Token != '}'; i++)
            name.Append(_tokens[i].Character);
        if (i == _tokens.Count)
            throw Error(Column(start), "'{' has no matching '}'; escape it as '\\{' if it is meant as text");
        i++;

        // Both kinds of quotes have a group of their own, of which one succeeds: the quotes are not part of the value.
        if (name.ToString() == "string")
            return $"(?:{Quoted})";
        var patterns = _types.Find(name.ToString())
            ?? throw Error(Column(start), $"{{{name}}} is no parameter type; known are {string.Join(", ", _types.Names)}");
        return patterns.Count == 1 ? $"({patterns[0]})" : $"({string.Join('|', patterns.Select(pattern => $"(?:{pattern})"))})";
    }

    private int Column(int token) => _tokens[token].Column;

    private ExpressionException Error(int column, string message) => new($"\"{_source}\", column {column + 1}: {message}");
}
