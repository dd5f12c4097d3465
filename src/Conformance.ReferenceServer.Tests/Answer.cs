using System.Net.Http.Headers;
using System.Text.Json;

namespace Conformance.ReferenceServer.Tests;

/// <summary>A response, read to its end.</summary>
internal sealed record Answer(int Status, string? MediaType, byte[] Bytes, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    /// <summary>The JSON body.</summary>
    public JsonElement Json { get; } = MediaType == "application/json" && Bytes.Length > 0
        ? JsonDocument.Parse(Bytes).RootElement
        : default;

    /// <summary>The body as text.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    /// <summary>A string member of the body; null if absent.</summary>
    public string? this[string member] => Json.TryGetProperty(member, out var value) ? value.ToString() : null;

    /// <summary>Status and error code, e.g. <c>404 M_NOT_FOUND</c>; the status alone where there is no code.</summary>
    public string Outcome => Json.ValueKind == JsonValueKind.Object && this["errcode"] is { } code ? $"{Status} {code}" : $"{Status}";

    /// <summary>Whether this asks for user-interactive authentication.</summary>
    public bool IsChallenge => Status == 401 && Json.TryGetProperty("flows", out _);

    /// <summary>Where it sends a browser; null for nowhere.</summary>
    public string? Location => Headers.Location?.OriginalString;

    /// <summary>The cookie that it sets, as a browser sends it back; null for none.</summary>
    public string? Cookie => Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single().Split(';')[0] : null;

    /// <summary>The completed stages; null where the body does not say.</summary>
    public string[]? Completed => Json.TryGetProperty("completed", out var completed) ? completed.Deserialize<string[]>() : null;

    /// <summary>The flows of a challenge, stages joined by spaces.</summary>
    public string[] Flows => [.. Json.GetProperty("flows").EnumerateArray()
        .Select(flow => string.Join(' ', flow.GetProperty("stages").EnumerateArray().Select(stage => stage.GetString())))];
}
