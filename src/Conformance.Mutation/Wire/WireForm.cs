using System.Globalization;
using System.Text;

namespace Conformance.Mutation.Wire;

/// <summary>How an answer is put on the wire.</summary>
/// <param name="SendAsync">Sends it.</param>
/// <param name="KeepsOpen">Whether the connection can be used again afterwards.</param>
public sealed record WireForm(Func<WireAnswer, WireConnection, CancellationToken, Task> SendAsync, bool KeepsOpen = false)
{
    private const int ChunkBytes = 7;

    /// <summary>As a proper server does it: with the length of the body.</summary>
    public static WireForm Proper { get; } = new(
        (answer, connection, token) =>
            connection.WriteAsync(Join(Head(answer, Length(answer)), connection.HasBody(answer) ? answer.Body : []), token),
        KeepsOpen: true);

    /// <summary>In chunks of a few bytes each, one of which has an extension, and with a trailer.</summary>
    public static WireForm Chunked { get; } = new(
        (answer, connection, token) => connection.HasBody(answer)
            ? connection.WriteAsync(Join(Head(answer, "Transfer-Encoding: chunked"), Chunks(answer.Body)), token)
            : Proper.SendAsync(answer, connection, token),
        KeepsOpen: true);

    /// <summary>Without a length: the body ends where the connection ends.</summary>
    public static WireForm UntilTheEnd { get; } = new(
        (answer, connection, token) => connection.WriteAsync(Join(Head(answer, "Connection: close"), answer.Body), token));

    /// <summary>With the length, and the notice that the connection closes afterwards.</summary>
    public static WireForm Closing { get; } = new(
        (answer, connection, token) => connection.WriteAsync(
            Join(Head(answer, Length(answer), "Connection: close"), connection.HasBody(answer) ? answer.Body : []), token));

    /// <summary>With some text before the proper answer.</summary>
    public static WireForm After(string first) => new(
        async (answer, connection, token) =>
        {
            await connection.WriteAsync(first, token);
            await Proper.SendAsync(answer, connection, token);
        },
        KeepsOpen: true);

    /// <summary>The status line and the header fields, with the empty line at their end.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="framing">Further fields, which say where the body ends.</param>
    public static string Head(WireAnswer answer, params IReadOnlyList<string> framing)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} Status\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        foreach (var field in framing)
            head.Append(CultureInfo.InvariantCulture, $"{field}\r\n");
        return head.Append("\r\n").ToString();
    }

    /// <summary>The field that says how long the body is.</summary>
    public static string Length(WireAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return $"Content-Length: {answer.Body.Length}";
    }

    /// <summary>A head and a body, one after the other.</summary>
    public static byte[] Join(string head, byte[] body) => [.. Encoding.Latin1.GetBytes(head), .. body];

    private static byte[] Chunks(byte[] body)
    {
        var framed = new List<byte>();
        foreach (var chunk in body.Chunk(ChunkBytes))
            framed.AddRange([.. Encoding.Latin1.GetBytes($"{chunk.Length:x};part=\"of it\"\r\n"), .. chunk, .. "\r\n"u8]);
        return [.. framed, .. "0\r\nX-Trailer: at the end\r\n\r\n"u8];
    }
}
