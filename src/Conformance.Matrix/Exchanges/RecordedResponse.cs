using System.Text.Json;

namespace Conformance.Matrix.Exchanges;

/// <summary>An answer as it came in. Holds secrets: every output goes through the redactor first.</summary>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Headers">Header fields, content headers included.</param>
/// <param name="Body">The body's bytes; empty if there was none.</param>
public sealed record RecordedResponse(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The parsed body; null where the body is empty or no JSON.</summary>
    public JsonElement? Json { get; init; }

    /// <summary>The standard error code of the body; null where there is none.</summary>
    public string? ErrorCode => Json?.Text("errcode");

    /// <summary>The first value of a header field; null if it is absent. Names are case-insensitive.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
