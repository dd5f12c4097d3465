using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Http;

/// <summary>An answer of the server. Immutable, so that it can be sent again.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The media type of <paramref name="Body"/>.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record Reply(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    // Text is written as it is instead of being escaped: a response is data, not part of an HTML page.
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Further header fields.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>200 with a JSON object.</summary>
    public static Reply Ok(JsonObject body) => OfJson(200, body);

    /// <summary>200 with an empty JSON object.</summary>
    public static Reply Done() => Ok([]);

    /// <summary>A JSON object with any status.</summary>
    public static Reply OfJson(int status, JsonObject body) =>
        new(status, "application/json", Encoding.UTF8.GetBytes(body.ToJsonString(Json)));

    /// <summary>An HTML page.</summary>
    public static Reply OfHtml(int status, string page) => new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page));
}
