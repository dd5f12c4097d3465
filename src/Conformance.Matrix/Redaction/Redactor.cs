using System.Text;
using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Redaction;

/// <summary>
/// Keeps secrets out of every output: by the name of the JSON member, query parameter, form field or header field that holds one, and by
/// value,
/// wherever a secret that the run has learned turns up. One per run; safe to use from many scenarios at once.
/// </summary>
public sealed partial class Redactor
{
    // A value learned from an answer is only looked for in free text when it is long enough not to be an ordinary word.
    private const int ShortestLearned = 8;

    // An answer full of secrets, or one secret of megabytes, is masked by the names of its members; what is learned stays in memory.
    private const int MostLearned = 100;
    private const int LongestLearned = 4096;

    private readonly KnownSecrets _known = new();

    /// <summary>Makes a secret known, so that it is masked wherever it turns up. Values of fewer than four characters are masked only by
    /// the name that holds them.</summary>
    public void Learn(string? secret, SecretKind kind)
    {
        if (!string.IsNullOrEmpty(secret))
            _known.Add(secret, kind);
    }

    /// <summary>Learns the secrets in an answer's JSON body: tokens and sessions.</summary>
    public void Learn(RecordedResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.Json is not { } json)
            return;
        foreach (var (value, kind) in JsonSecrets.Values(json)
            .Where(secret => secret.Value.Length is >= ShortestLearned and <= LongestLearned).Take(MostLearned))
            _known.Add(value, kind);
    }

    /// <summary>A text without secrets: those known by value, bearer tokens, and whatever stands as <c>name=value</c> or <c>"name":
    /// "value"</c> under the name of a secret.</summary>
    public string Text(string? text) => Show(Split(text ?? ""));

    /// <summary>A URL without secrets, as it went out otherwise.</summary>
    public string Url(Uri url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Show(SplitUrl(url));
    }

    /// <summary>The value of a header field without secrets.</summary>
    public string Header(string name, string value) => Show(SplitHeader(name, value));

    /// <summary>A body without secrets, as text; JSON and forms keep their shape. Bytes that are not UTF-8 show as U+FFFD.</summary>
    public string Body(ReadOnlyMemory<byte> body) => Show(SplitBody(body));

    /// <summary>Whether a secret that the run has learned stands in a text.</summary>
    internal bool Knows(string text) => _known.Split(text).Any(segment => segment.Kind is not null);

    internal IEnumerable<Segment> SplitHeader(string name, string value)
    {
        if (!SecretNames.TryHeader(name, out var kind))
            return Split(value);
        var space = value.IndexOf(' ', StringComparison.Ordinal);
        return kind == SecretKind.AccessToken && space > 0
            ? [Segment.Plain(value[..(space + 1)]), Segment.Masked(_known.KindOf(value[(space + 1)..]) ?? kind)]
            : [Segment.Masked(kind)];
    }

    internal IEnumerable<Segment> SplitUrl(Uri url)
    {
        var text = url.OriginalString;
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? Split(text) : Split(text[..(query + 1)]).Concat(SplitForm(text[(query + 1)..]));
    }

    internal IEnumerable<Segment> SplitBody(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return [];
        var segments = JsonSecrets.Split(body.Span, out var wasJson);
        // By name where it is JSON; by value in what is left, and by pattern too where it only looked like JSON.
        return segments.SelectMany(segment =>
            segment.Kind is not null ? [segment] : wasJson ? _known.Split(segment.Text) : Split(segment.Text));
    }

    internal IEnumerable<Segment> Split(string text) =>
        _known.Split(text).SelectMany(segment => segment.Kind is not null ? [segment] : SplitByPattern(segment.Text));

    private static string Show(IEnumerable<Segment> segments)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
            text.Append(segment.Kind is { } kind ? SecretNames.Mask(kind) : segment.Text);
        return text.ToString();
    }

    private IEnumerable<Segment> SplitForm(string form)
    {
        var separator = "";
        foreach (var pair in form.Split('&'))
        {
            yield return Segment.Plain(separator);
            separator = "&";
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals >= 0 && equals < pair.Length - 1 && SecretNames.TryMember(Uri.UnescapeDataString(pair[..equals]), out var kind))
            {
                yield return Segment.Plain(pair[..(equals + 1)]);
                yield return Segment.Masked(kind);
            }
            else
            {
                foreach (var segment in Split(pair))
                    yield return segment;
            }
        }
    }

    private static IEnumerable<Segment> SplitByPattern(string text)
    {
        var plainFrom = 0;
        foreach (Match match in NamedValue().Matches(text))
        {
            var secret = match.Groups["value"];
            if (secret.Length == 0)
                continue;
            var kind = SecretKind.AccessToken;
            if (match.Groups["name"] is { Success: true } name)
                SecretNames.TryMember(name.Value, out kind);
            yield return Segment.Plain(text[plainFrom..secret.Index]);
            yield return Segment.Masked(kind);
            plainFrom = secret.Index + secret.Length;
        }

        if (plainFrom < text.Length)
            yield return Segment.Plain(text[plainFrom..]);
    }

    [GeneratedRegex(
        """\bBearer +(?<value>[A-Za-z0-9._~+/=-]+)|(?<name>\b(access_token|guest_access_token|id_access_token|as_token|hs_token|refresh_token|login_token|loginToken|new_password|old_password|password|client_secret|sid|ticket|session|token)\b)("\s*:\s*"(?<value>(\\.|[^"\\])*)|=(?<value>[^&\s"'<>]+))""",
        RegexOptions.CultureInvariant)]
    private static partial Regex NamedValue();
}
