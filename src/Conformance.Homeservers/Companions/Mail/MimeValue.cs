using System.Text;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>A structured header field: <c>text/plain; charset="utf-8"</c>.</summary>
internal static class MimeValue
{
    /// <summary>The value in small letters, and its parameters by name.</summary>
    public static (string Value, IReadOnlyDictionary<string, string> Parameters) Parse(string field)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var pieces = Split(field);
        foreach (var piece in pieces.Skip(1))
        {
            var equals = piece.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parameters.TryAdd(piece[..equals].Trim(), Unquote(piece[(equals + 1)..].Trim()));
        }

        return (pieces[0].Trim().ToLowerInvariant(), parameters);
    }

    private static List<string> Split(string field)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < field.Length; at++)
        {
            var sign = field[at];
            if (sign == ';' && !isQuoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
                continue;
            }

            isQuoted ^= sign == '"';
            piece.Append(sign);
            if (sign == '\\' && isQuoted && at + 1 < field.Length)
                piece.Append(field[++at]);
        }

        pieces.Add(piece.ToString());
        return pieces;
    }

    private static string Unquote(string value)
    {
        if (value.Length < 2 || value[0] != '"')
            return value;
        var text = new StringBuilder();
        for (var at = 1; at < value.Length && value[at] != '"'; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length)
                at++;
            text.Append(value[at]);
        }

        return text.ToString();
    }
}
