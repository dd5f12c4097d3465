namespace Conformance.Matrix.Calls;

/// <summary>
/// Sends two header fields of one name in lines of their own. HttpClient would join their values in one line, so the second goes out under
/// another name, which the connection takes back.
/// </summary>
internal static class RepeatedHeader
{
    private const string Suffix = "-Conformance-Again";

    private static ReadOnlySpan<byte> SentSuffix => "-Conformance-Again: "u8;

    private static ReadOnlySpan<byte> Colon => ": "u8;

    private static ReadOnlySpan<byte> EndOfHead => "\r\n\r\n"u8;

    /// <summary>The name under which a second field goes to the connection.</summary>
    public static string NameOf(string header) => header + Suffix;

    /// <summary>The bytes to write: those given, with the names as they should be.</summary>
    /// <param name="buffer">What is written; the head of a request is written as a whole.</param>
    public static ReadOnlyMemory<byte> Restored(ReadOnlyMemory<byte> buffer)
    {
        var end = buffer.Span.IndexOf(EndOfHead);
        var head = buffer.Span[..(end < 0 ? buffer.Length : end)];
        var at = head.IndexOf(SentSuffix);
        return at < 0
            ? buffer
            : (byte[])[.. head[..at], .. Colon, .. buffer.Span[(at + SentSuffix.Length)..]];
    }
}
