using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mutation.Wire;

/// <summary>An answer, and how it is put on the wire.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The header fields in their order, without those that frame the body.</param>
/// <param name="Body">The body, without its framing.</param>
public sealed record WireAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    private static readonly JsonSerializerOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly IReadOnlyList<KeyValuePair<string, string>> StandardHeaders =
    [
        new("Content-Type", "application/json"),
        new("Access-Control-Allow-Origin", "*"),
        new("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS"),
        new("Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization"),
    ];

    /// <summary>How it is put on the wire; by default as a proper server does it.</summary>
    public WireForm Form { get; init; } = WireForm.Proper;

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as a JSON object; null if it is not one.</summary>
    public JsonObject? Json => WireBody.Object(Body);

    /// <summary>A JSON answer with the headers that every answer has.</summary>
    public static WireAnswer OfJson(int status, string body) => new(status, StandardHeaders, Encoding.UTF8.GetBytes(body));

    /// <summary>A standard error.</summary>
    public static WireAnswer OfError(int status, string errorCode, string error) =>
        OfJson(status, new JsonObject { ["errcode"] = errorCode, ["error"] = error }.ToJsonString());

    /// <summary>The answer with another body.</summary>
    public WireAnswer With(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };

    /// <summary>The answer with another JSON body.</summary>
    public WireAnswer With(JsonNode body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return With(body.ToJsonString(AsItIs));
    }

    /// <summary>The answer with a change in its JSON body; as it is where it has none.</summary>
    public WireAnswer Changed(Action<JsonObject> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (Json is not { } body)
            return this;
        change(body);
        return With(body);
    }

    /// <summary>The answer with a header field, in place of any of that name.</summary>
    public WireAnswer WithHeader(string name, string value) => this with { Headers = [.. Headers.But(name), new(name, value)] };

    /// <summary>The answer with another content type.</summary>
    public WireAnswer OfType(string contentType) => WithHeader("Content-Type", contentType);

    /// <summary>The value of a header field; null without one.</summary>
    public string? Header(string name) => Headers.Valued(name);
}
