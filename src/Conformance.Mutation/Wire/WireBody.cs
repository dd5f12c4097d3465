using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;

namespace Conformance.Mutation.Wire;

/// <summary>Bodies of requests and answers.</summary>
internal static class WireBody
{
    /// <summary>A body as a JSON object; null if it is not one, or not UTF-8, which would show only when a string is read.</summary>
    public static JsonObject? Object(byte[] body)
    {
        if (!Utf8.IsValid(body))
            return null;
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
