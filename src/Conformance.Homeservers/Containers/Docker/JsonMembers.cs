using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>Reads the engine's JSON without trusting its shape.</summary>
internal static class JsonMembers
{
    /// <summary>The member of an object; <c>null</c> if this is none, or does not have it.</summary>
    public static JsonNode? Member(this JsonNode? node, string name) => (node as JsonObject)?[name];

    /// <summary>The text, if this is one.</summary>
    public static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The number, if this is one.</summary>
    public static long? Number(this JsonNode? node) => node is JsonValue value && value.TryGetValue<long>(out var number) ? number : null;

    /// <summary>The elements, if this is a list.</summary>
    public static IEnumerable<JsonNode?> Elements(this JsonNode? node) => node as JsonArray ?? [];
}
