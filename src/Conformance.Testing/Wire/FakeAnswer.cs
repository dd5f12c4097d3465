using System.Text;

namespace Conformance.Testing.Wire;

/// <summary>An answer to be sent byte for byte.</summary>
public sealed record FakeAnswer(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    /// <summary>The CORS headers that the specification recommends.</summary>
    public static readonly (string Name, string Value)[] Cors =
    [
        ("Access-Control-Allow-Origin", "*"),
        ("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS"),
        ("Access-Control-Allow-Headers", "X-Requested-With, Content-Type, Authorization"),
    ];

    /// <summary>How many bytes of the answer are sent before the connection is closed; null for all.</summary>
    public int? CutAfter { get; init; }

    /// <summary>A well-made JSON answer.</summary>
    public static FakeAnswer Json(int status, string json, params (string Name, string Value)[] headers) =>
        new(status, Encoding.UTF8.GetBytes(json), [("Content-Type", "application/json"), .. Cors, .. headers]);

    /// <summary>A page.</summary>
    public static FakeAnswer Html(string html, params (string Name, string Value)[] headers) =>
        new(200, Encoding.UTF8.GetBytes(html), [("Content-Type", "text/html; charset=utf-8"), .. headers]);
}
