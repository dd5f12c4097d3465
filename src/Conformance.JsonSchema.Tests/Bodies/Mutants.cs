using System.Text.Json.Nodes;

namespace Conformance.JsonSchema.Tests.Bodies;

/// <summary>Bodies that differ from a given one in one place.</summary>
internal static class Mutants
{
    private static readonly JsonNode?[] Number = [JsonValue.Create(7.5)];
    private static readonly JsonNode?[] OfEveryType =
        [.. Number, JsonValue.Create(-1), JsonValue.Create("x"), JsonValue.Create(true), null, new JsonArray(), new JsonObject()];

    /// <summary>Each value once replaced by a number, each member once left out.</summary>
    public static IEnumerable<string> Of(JsonNode root) => Of(root, Number);

    /// <summary>Each value once replaced by one of every type, each member once left out.</summary>
    public static IEnumerable<string> OfEveryKind(JsonNode root) => Of(root, OfEveryType);

    private static IEnumerable<string> Of(JsonNode root, JsonNode?[] replacements)
    {
        foreach (var node in Descendants(root).ToList())
        {
            foreach (var replacement in replacements)
            {
                var copy = root.DeepClone();
                At(copy, node).ReplaceWith(replacement?.DeepClone());
                yield return copy.ToJsonString();
            }

            if (node.Parent is not JsonObject)
                continue;
            var shorter = root.DeepClone();
            var removed = At(shorter, node);
            removed.Parent!.AsObject().Remove(removed.GetPropertyName());
            yield return shorter.ToJsonString();
        }
    }

    private static JsonNode At(JsonNode copy, JsonNode node) => node.Parent switch
    {
        JsonObject parent => At(copy, parent)[node.GetPropertyName()]!,
        JsonArray parent => At(copy, parent)[node.GetElementIndex()]!,
        _ => copy,
    };

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Descendants(child).Prepend(child));
    }
}
