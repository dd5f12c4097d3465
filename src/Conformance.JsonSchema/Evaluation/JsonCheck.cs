using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.JsonSchema.Evaluation;

/// <summary>Says why a text is not JSON, without quoting any of it.</summary>
internal static class JsonCheck
{
    /// <summary>The fault in a text; null if it is JSON within the allowed depth.</summary>
    public static SchemaFinding? FindFault(ReadOnlySpan<byte> json, int maxDepth)
    {
        if (json.IsEmpty)
            return Fault("the instance is empty, which is not JSON");
        if (!Utf8.IsValid(json))
            return Fault("the instance is not valid UTF-8");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && reader.CurrentDepth >= maxDepth)
                    return new SchemaFinding("", "", "limit", $"the instance nests deeper than {maxDepth} levels");
            return null;
        }
        catch (JsonException exception)
        {
            return Fault($"the instance is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
    }

    private static SchemaFinding Fault(string message) => new("", "", "json", message);
}
