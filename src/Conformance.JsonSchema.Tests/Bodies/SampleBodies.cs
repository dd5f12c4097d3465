using System.Text.Json.Nodes;
using Conformance.Testing;

namespace Conformance.JsonSchema.Tests.Bodies;

/// <summary>Bodies made up along the committed schemas: most members that a schema names, values that it allows, sometimes one that it does
/// not.</summary>
internal static class SampleBodies
{
    private const int Deepest = 7;
    private static readonly string[] Texts =
        ["", "x", "@alice:example.org", "!room:example.org", "https://example.org/a?b=c", "2026-01-31T12:00:00Z"];

    /// <summary>A number of bodies for each schema of a version; the same ones each time.</summary>
    public static IEnumerable<JudgedBody> For(string version, int each)
    {
        foreach (var file in Repository.Files($"schemas/{version}", "*.json").Where(file => Path.GetFileName(file) != "manifest.json")
            .Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(file);
            var root = JsonNode.Parse(bytes)!;
            var random = new Random(7);
            for (var i = 0; i < each; i++)
                yield return new JudgedBody(Path.GetRelativePath(Repository.Root, file), bytes, Value(root, root, random, 0));
        }
    }

    private static JsonNode? Value(JsonNode? schema, JsonNode root, Random random, int depth)
    {
        if (schema is not JsonObject known || depth > Deepest || random.Next(60) == 0)
            return Anything(random);
        if (known["$ref"]?.GetValue<string>() is { } reference)
            return Value(Definition(root, reference), root, random, depth);
        if (known["const"] is { } constant)
            return constant.DeepClone();
        if (known["enum"] is JsonArray choices)
            return Pick(random, choices)?.DeepClone();
        if ((known["oneOf"] ?? known["anyOf"]) is JsonArray alternatives)
            return Merge(known, Value(Pick(random, alternatives), root, random, depth + 1), root, random, depth);
        return known["allOf"] is JsonArray parts
            ? Merge(known, parts.Aggregate((JsonNode?)null, (whole, part) => Union(whole, Value(part, root, random, depth + 1))), root,
                random, depth)
            : OfType(known, root, random, depth);
    }

    private static JsonNode? Merge(JsonObject schema, JsonNode? value, JsonNode root, Random random, int depth) =>
        schema.ContainsKey("properties") ? Union(value, OfType(schema, root, random, depth)) : value;

    private static JsonNode? Union(JsonNode? first, JsonNode? second)
    {
        if (first is not JsonObject whole || second is not JsonObject more)
            return second ?? first;
        foreach (var (name, value) in more)
            whole[name] = value?.DeepClone();
        return whole;
    }

    private static JsonNode? OfType(JsonObject schema, JsonNode root, Random random, int depth)
    {
        var type = schema["type"] is JsonArray types ? Pick(random, types) : schema["type"];
        return (type?.GetValue<string>() ?? (schema.ContainsKey("properties") ? "object" : "")) switch
        {
            "object" => Object(schema, root, random, depth),
            "array" => new JsonArray([.. Enumerable.Range(0, random.Next(3)).Select(_ => Value(schema["items"], root, random, depth + 1))]),
            "string" => Pick(random, Texts),
            "integer" => random.Next(-3, 1000),
            "number" => random.Next(-3, 1000) / 4.0,
            "boolean" => random.Next(2) == 0,
            "null" => null,
            _ => Anything(random),
        };
    }

    private static JsonObject Object(JsonObject schema, JsonNode root, Random random, int depth)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema["properties"] as JsonObject ?? [])
        {
            if (random.Next(12) > 0)
                value[name] = Value(property, root, random, depth + 1);
        }

        foreach (var (_, property) in schema["patternProperties"] as JsonObject ?? [])
            value[Pick(random, Texts)] = Value(property, root, random, depth + 1);
        if (schema["additionalProperties"] is JsonObject additional)
            value[Pick(random, Texts)] = Value(additional, root, random, depth + 1);
        return value;
    }

    private static JsonNode? Definition(JsonNode root, string reference) =>
        reference.Split('/').Skip(1)
            .Aggregate((JsonNode?)root, (node, name) =>
                node?[Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal)
                    .Replace("~0", "~", StringComparison.Ordinal)]);

    private static JsonNode? Anything(Random random) => random.Next(6) switch
    {
        0 => null,
        1 => true,
        2 => 12,
        3 => "x",
        4 => new JsonArray(1, "x"),
        _ => new JsonObject { ["x"] = 1 },
    };

    private static T Pick<T>(Random random, IList<T> from) => from[random.Next(from.Count)];
}
