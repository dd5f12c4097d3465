using System.Text.Json.Nodes;

namespace Conformance.Spec.Schemas;

/// <summary>
/// Makes the smallest value that a schema allows: an object has only its required members, and every other type a plain value.
/// </summary>
internal sealed class SampleBody
{
    private const string Definitions = "#/$defs/";

    // The schemas of request bodies are not recursive in what they require; one that is would end here.
    private const int MostDepth = 16;

    private readonly JsonNode? _root;

    /// <summary>Reads a schema as it was extracted: references go to <c>#/$defs/</c> or <c>#</c>.</summary>
    /// <param name="utf8Schema">The schema as JSON.</param>
    public SampleBody(ReadOnlyMemory<byte> utf8Schema) => _root = JsonNode.Parse(utf8Schema.Span);

    /// <summary>The value; an object if the schema describes one.</summary>
    public JsonNode? Make() => Make(_root, 0);

    private JsonNode? Make(JsonNode? schema, int depth)
    {
        var all = new List<JsonObject>();
        Collect(schema, all, depth);
        if (all.SelectMany(part => part["enum"] as JsonArray ?? []).FirstOrDefault() is { } listed)
            return listed.DeepClone();
        return Type(all) switch
        {
            "object" => MakeObject(all, depth),
            "array" => new JsonArray(),
            "integer" or "number" => 1,
            "boolean" => false,
            _ => "made-up",
        };
    }

    private JsonObject MakeObject(List<JsonObject> all, int depth)
    {
        var made = new JsonObject();
        foreach (var name in all.SelectMany(part => part["required"] as JsonArray ?? []).Select(name => name!.GetValue<string>())
            .Distinct(StringComparer.Ordinal))
        {
            var member = all.Select(part => part["properties"]?[name]).FirstOrDefault(property => property is not null);
            made[name] = Make(member, depth + 1);
        }

        return made;
    }

    private static string? Type(List<JsonObject> all) =>
        all.Select(part => part["type"] switch
        {
            JsonArray types => types[0]?.GetValue<string>(),
            JsonValue type => type.GetValue<string>(),
            _ => part.ContainsKey("properties") ? "object" : null,
        }).FirstOrDefault(type => type is not null);

    private void Collect(JsonNode? schema, List<JsonObject> all, int depth)
    {
        if (schema is not JsonObject part || depth > MostDepth)
            return;
        all.Add(part);
        if (part["$ref"] is JsonValue reference)
            Collect(Resolve(reference.GetValue<string>()), all, depth + 1);
        foreach (var inner in part["allOf"] as JsonArray ?? [])
            Collect(inner, all, depth);
    }

    private JsonNode? Resolve(string reference) =>
        reference == "#" ? _root
        : reference.StartsWith(Definitions, StringComparison.Ordinal) ? _root?["$defs"]?[reference[Definitions.Length..]
            .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]
        : null;
}
