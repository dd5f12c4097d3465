namespace Conformance.Spec.Sources;

/// <summary>A string, number, boolean or null. The text is kept as written, so that an unquoted version 1.10 stays 1.10.</summary>
internal sealed class SourceScalar(string file, int line, int column, string text, ScalarKind kind) : SourceNode(file, line, column)
{
    private static readonly System.Buffers.SearchValues<char> HexDigits = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    public string Text { get; } = text;

    public ScalarKind Kind { get; } = kind;

    public bool IsNull => Kind == ScalarKind.Null;

    public bool IsTrue => Kind == ScalarKind.Boolean && Text is ("true" or "True" or "TRUE");

    public override string KindName => Kind switch
    {
        ScalarKind.String => "a string",
        ScalarKind.Integer => "an integer",
        ScalarKind.Float => "a number",
        ScalarKind.Boolean => "a boolean",
        _ => "null",
    };

    /// <summary>The kind of a plain (unquoted) scalar, YAML 1.2.2 section 10.3.2.</summary>
    public static ScalarKind KindOfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Boolean,
        _ => IsInteger(text) ? ScalarKind.Integer : IsFloat(text) ? ScalarKind.Float : ScalarKind.String,
    };

    private static bool IsInteger(string text)
    {
        if (text.StartsWith("0o", StringComparison.Ordinal))
            return text.Length > 2 && text.AsSpan(2).IndexOfAnyExceptInRange('0', '7') < 0;
        if (text.StartsWith("0x", StringComparison.Ordinal))
            return text.Length > 2 && text.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0;
        var digits = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsFloat(string text)
    {
        var rest = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        if (rest is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN")
            return true;
        var exponent = rest.IndexOfAny('e', 'E');
        if (exponent >= 0)
        {
            var power = rest[(exponent + 1)..];
            if (power.Length > 0 && power[0] is ('-' or '+'))
                power = power[1..];
            if (power.Length == 0 || power.IndexOfAnyExceptInRange('0', '9') >= 0)
                return false;
            rest = rest[..exponent];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? [] : rest[(point + 1)..];
        return whole.Length + fraction.Length > 0
            && whole.IndexOfAnyExceptInRange('0', '9') < 0
            && fraction.IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
