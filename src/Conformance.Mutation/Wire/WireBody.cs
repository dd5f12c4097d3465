using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Mutation.Wire;

/// <summary>Bodies of requests and answers.</summary>
internal static class WireBody
{
    /// <summary>A body as a JSON object; null if it is not one.</summary>
    public static JsonObject? Object(byte[] body)
    {
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
