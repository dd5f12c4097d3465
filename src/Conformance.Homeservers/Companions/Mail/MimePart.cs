using System.Text;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>A message or a part of one: header fields and a body, which may have parts of its own (RFC 2045, RFC 2046).</summary>
internal sealed class MimePart
{
    private const int DeepestNesting = 16;

    private readonly Dictionary<string, string> _headers;
    private readonly byte[] _body;
    private readonly int _depth;

    private MimePart(Dictionary<string, string> headers, byte[] body, int depth)
    {
        _headers = headers;
        _body = body;
        _depth = depth;
        (MediaType, Parameters) = MimeValue.Parse(Header("Content-Type") ?? "text/plain");
    }

    /// <summary>The media type in small letters: <c>text/plain</c>.</summary>
    public string MediaType { get; }

    /// <summary>The parameters of the media type.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Whether it is to be saved, not shown.</summary>
    public bool IsAttachment => MimeValue.Parse(Header("Content-Disposition") ?? "").Value == "attachment";

    /// <summary>Reads a message.</summary>
    public static MimePart Read(byte[] message) => Read(message, 0);

    /// <summary>The first header field of a name, unfolded; null where there is none.</summary>
    public string? Header(string name) => _headers.GetValueOrDefault(name);

    /// <summary>The parts that have no parts themselves, in order.</summary>
    public IEnumerable<MimePart> Leaves() =>
        MediaType.StartsWith("multipart/", StringComparison.Ordinal) && Parameters.TryGetValue("boundary", out var boundary) && boundary.Length > 0 && _depth < DeepestNesting
            ? Split(boundary).SelectMany(part => part.Leaves())
            : [this];

    /// <summary>The body as text: its transfer encoding undone, read in its character set.</summary>
    public string Text()
    {
        var bytes = Header("Content-Transfer-Encoding")?.Trim().ToLowerInvariant() switch
        {
            "base64" => TransferEncodings.Base64(_body),
            "quoted-printable" => TransferEncodings.QuotedPrintable(_body),
            _ => _body,
        };
        return Charsets.Decode(Parameters.GetValueOrDefault("charset"), bytes);
    }

    private static MimePart Read(byte[] message, int depth)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string? name = null;
        var at = 0;
        while (at < message.Length)
        {
            var end = Array.IndexOf(message, (byte)'\n', at);
            var next = end < 0 ? message.Length : end + 1;
            // Header fields beyond ASCII are UTF-8 (RFC 6532).
            var line = Encoding.UTF8.GetString(message, at, next - at).TrimEnd('\r', '\n');
            at = next;
            if (line.Length == 0)
                break;
            if (line[0] is ' ' or '\t')
            {
                if (name is not null)
                    headers[name] += " " + line.Trim();
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                name = null;
                continue;
            }

            var field = line[..colon].Trim();
            name = headers.TryAdd(field, line[(colon + 1)..].Trim()) ? field : null;
        }

        return new MimePart(headers, message[at..], depth);
    }

    private List<MimePart> Split(string boundary)
    {
        var delimiter = Encoding.UTF8.GetBytes($"--{boundary}");
        var parts = new List<MimePart>();
        var from = -1;
        var at = 0;
        while (at < _body.Length)
        {
            var end = Array.IndexOf(_body, (byte)'\n', at);
            var next = end < 0 ? _body.Length : end + 1;
            var line = _body.AsSpan(at, next - at).TrimEnd(" \t\r\n"u8);
            var isLast = line.Length == delimiter.Length + 2 && line.StartsWith(delimiter) && line.EndsWith("--"u8);
            if (line.SequenceEqual(delimiter) || isLast)
            {
                if (from >= 0)
                    parts.Add(Read(Without(from, at), _depth + 1));
                from = next;
                if (isLast)
                    return parts;
            }

            at = next;
        }

        if (from >= 0)
            parts.Add(Read(_body[from..], _depth + 1));
        return parts;
    }

    /// <summary>A part's bytes; the line end before the delimiter belongs to the delimiter.</summary>
    private byte[] Without(int from, int to)
    {
        if (to > from && _body[to - 1] == '\n')
            to--;
        if (to > from && _body[to - 1] == '\r')
            to--;
        return _body[from..to];
    }
}
