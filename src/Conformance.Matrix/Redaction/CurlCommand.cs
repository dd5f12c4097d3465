using System.Text;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Redaction;

/// <summary>
/// The curl line that repeats a request. One line for a POSIX shell; each secret is a variable to be set first, with a name of its kind
/// (<c>$TOKEN</c>, <c>$AS_TOKEN</c>, <c>$REFRESH_TOKEN</c>, <c>$PASSWORD</c>, <c>$NEW_PASSWORD</c>, <c>$UIA_SESSION</c>, <c>$SID</c>, ...).
/// A variable goes into the line as it is: inside a URL it holds the percent-encoded value, inside a JSON body the JSON-escaped one.
/// </summary>
public static class CurlCommand
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes the line.</summary>
    public static string For(RecordedRequest request, Redactor redactor)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(redactor);
        var line = new StringBuilder();
        var isText = TryText(request.Body, out var text);
        if (!isText)
            line.Append("printf ").Append(Printf(redactor.Split(Encoding.Latin1.GetString(request.Body.Span)))).Append(" | ");
        line.Append("curl -sS -i -g --path-as-is -X ").Append(Quote([Segment.Plain(request.Method)]));
        foreach (var (name, value) in request.Headers.Where(header => Matters(header.Key)))
            line.Append(" -H ").Append(Quote(redactor.SplitHeader(name, value).Prepend(Segment.Plain($"{name}: "))));
        // curl adds a form's media type to every body by itself; this takes it away where the request had none.
        if (WantsNoMediaType(request))
            line.Append(" -H 'Content-Type:'");
        if (!isText)
            line.Append(" --data-binary @-");
        else if (text.Length > 0)
            line.Append(" --data-raw ").Append(Quote(redactor.SplitBody(request.Body)));
        return line.Append(' ').Append(Quote(redactor.SplitUrl(request.Url))).ToString();
    }

    /// <summary>Whether a header field is worth repeating.</summary>
    internal static bool Matters(string header) =>
        !header.Equals("User-Agent", StringComparison.OrdinalIgnoreCase) && !header.Equals("Accept", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request has a body without a media type, to which curl would add one.</summary>
    internal static bool WantsNoMediaType(RecordedRequest request) => !request.Body.IsEmpty
        && !request.Headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));

    private static bool TryText(ReadOnlyMemory<byte> body, out string text)
    {
        try
        {
            text = Strict.GetString(body.Span);
            return !text.Contains('\0', StringComparison.Ordinal) && !text.Contains('\n', StringComparison.Ordinal)
                && !text.Contains('\r', StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    /// <summary>One shell word: plain pieces in single quotes, secrets as variables in double quotes.</summary>
    private static string Quote(IEnumerable<Segment> segments)
    {
        var word = new StringBuilder();
        var quoted = false;
        foreach (var segment in segments.Where(segment => segment.Kind is not null || segment.Text.Length > 0))
        {
            if (segment.Kind is { } kind)
            {
                word.Append(quoted ? "'" : "").Append("\"$").Append(SecretNames.Variable(kind)).Append('"');
                quoted = false;
            }
            else
            {
                word.Append(quoted ? "" : "'").Append(ShellWord.Escape(segment.Text));
                quoted = true;
            }
        }

        return word.Append(quoted ? "'" : "").ToString() is { Length: > 0 } text ? text : "''";
    }

    /// <summary>The arguments of printf which write bytes that a shell word cannot hold in one line. Each character stands for one
    /// byte.</summary>
    private static string Printf(IEnumerable<Segment> segments)
    {
        var format = new StringBuilder("'");
        var secrets = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.Kind is { } kind)
            {
                format.Append("%s");
                secrets.Append(" \"$").Append(SecretNames.Variable(kind)).Append('"');
                continue;
            }

            foreach (var unit in segment.Text)
            {
                if (unit is >= ' ' and <= '~' and not ('\'' or '\\' or '%'))
                    format.Append(unit);
                else
                    format.Append('\\').Append(Convert.ToString(unit, 8).PadLeft(3, '0'));
            }
        }

        return format.Append('\'').Append(secrets).ToString();
    }
}
