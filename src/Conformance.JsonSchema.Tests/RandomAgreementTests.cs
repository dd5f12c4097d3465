using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Merged nodes, nodes one by one, the tree and the findings come to one verdict on schemas and instances that nobody thought
/// of.</summary>
public sealed class RandomAgreementTests
{
    private static readonly string[] Names = ["a", "b", "c", "aa", "a/b", "\u00e9", "\"q\"", "member_name"];
    private static readonly string[] Types = ["null", "boolean", "object", "array", "string", "integer", "number"];
    private static readonly string[] Patterns = ["^a", "b$", "^[a-c]+$", "o", "^.{2}$", "(a|\u00e9)", "[^a]"];
    private static readonly string[] References = ["#/$defs/x", "#/$defs/y", "other"];

    private static readonly string[] Keywords =
    [
        "type", "properties", "properties", "required", "additionalProperties", "patternProperties", "items", "prefixItems", "contains",
            "allOf", "allOf", "anyOf", "oneOf", "not",
        "if", "propertyNames", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "dependentRequired",
            "dependentSchemas", "unevaluatedProperties",
        "unevaluatedItems", "minLength", "maxLength", "pattern", "minimum", "exclusiveMaximum", "multipleOf", "enum", "const", "$ref",
            "$dynamicRef",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void All_forms_of_evaluation_agree(int seed)
    {
        var random = new Random(seed);
        var (compiled, valid, invalid) = (0, 0, 0);
        for (var i = 0; i < 400; i++)
        {
            var schema = RootSchema(random);
            Evaluations evaluations;
            try
            {
                evaluations = new Evaluations(schema);
                compiled++;
            }
            catch (SchemaException exception) when (exception.Problem.Contains("would never end", StringComparison.Ordinal))
            {
                continue;
            }

            for (var j = 0; j < 10; j++)
                if (evaluations.IsValid(Instance(random, 3)?.ToJsonString() ?? "null"))
                    valid++;
                else
                    invalid++;
        }

        compiled.Should().BeGreaterThan(250);
        valid.Should().BeGreaterThan(500);
        invalid.Should().BeGreaterThan(500);
    }

    private static string RootSchema(Random random)
    {
        var schema = SchemaObject(random, 3);
        var anchored = SchemaObject(random, 1);
        anchored["$dynamicAnchor"] = "n";
        var other = SchemaObject(random, 2);
        other["$id"] = "https://example.org/other";
        other["$defs"] = new JsonObject { ["n"] = new JsonObject { ["$dynamicAnchor"] = "n", ["type"] = Pick(random, Types) } };
        schema["$id"] = "https://example.org/root";
        schema["$defs"] = new JsonObject { ["x"] = Schema(random, 2), ["y"] = Schema(random, 2), ["n"] = anchored, ["other"] = other };
        return schema.ToJsonString();
    }

    private static JsonNode Schema(Random random, int depth)
    {
        var kind = random.Next(100);
        if (kind < 6)
            return JsonValue.Create(kind < 4);
        if (depth <= 0 || kind < 30)
            return random.Next(4) switch
            {
                0 => new JsonObject { ["$ref"] = Reference(random) },
                1 => new JsonObject { ["$dynamicRef"] = "#n" },
                2 => new JsonObject { ["const"] = Instance(random, 1) },
                _ => new JsonObject { ["type"] = Pick(random, Types) },
            };
        return SchemaObject(random, depth);
    }

    private static JsonObject SchemaObject(Random random, int depth)
    {
        var schema = new JsonObject();
        for (var count = random.Next(1, 5); count > 0; count--)
        {
            var keyword = Pick(random, Keywords);
            schema[keyword] = Keyword(random, depth, keyword);
            if (keyword == "if" && random.Next(4) > 0)
                schema["then"] = Schema(random, depth - 1);
            if (keyword == "if" && random.Next(4) > 0)
                schema["else"] = Schema(random, depth - 1);
            if (keyword == "contains" && random.Next(2) == 0)
                schema[random.Next(2) == 0 ? "minContains" : "maxContains"] = random.Next(3);
        }

        return schema;
    }

    private static JsonNode? Keyword(Random random, int depth, string keyword) => keyword switch
    {
        "type" => new JsonArray([.. Types.Where(_ => random.Next(2) == 0).DefaultIfEmpty("null").Select(type => (JsonNode?)type)]),
        "properties" or "dependentSchemas" =>
            new JsonObject(Some(random, Names).Select(name => KeyValuePair.Create(name, (JsonNode?)Schema(random, depth - 1)))),
        "patternProperties" =>
            new JsonObject(Some(random, Patterns).Select(pattern => KeyValuePair.Create(pattern, (JsonNode?)Schema(random, depth - 1)))),
        "required" => new JsonArray([.. Some(random, Names).Select(name => (JsonNode?)name)]),
        "dependentRequired" => new JsonObject { [Pick(random, Names)] = new JsonArray(Pick(random, Names)) },
        "allOf" or "anyOf" or "oneOf" or "prefixItems" =>
            new JsonArray([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (JsonNode?)Schema(random, depth - 1))]),
        "minItems" or "minProperties" or "minLength" => random.Next(3),
        "maxItems" or "maxProperties" or "maxLength" => random.Next(1, 5),
        "uniqueItems" => true,
        "pattern" => Pick(random, Patterns),
        "minimum" => random.Next(-2, 3),
        "exclusiveMaximum" => random.Next(2, 11) / 2.0,
        "multipleOf" => Pick(random, [0.5, 1, 2]),
        "enum" => new JsonArray([.. Enumerable.Range(0, 4).Select(_ => Instance(random, 2))]),
        "const" => Instance(random, 2),
        "$ref" => Reference(random),
        "$dynamicRef" => Pick(random, ["#n", "other#n"]),
        _ => Schema(random, depth - 1),
    };

    // Only the root's definitions go by pointer, so that references mean the same inside the embedded resource.
    private static string Reference(Random random) => Pick(random, References) is var reference && reference[0] == '#'
        ? $"https://example.org/root{reference}"
        : reference;

    private static JsonNode? Instance(Random random, int depth) => random.Next(depth <= 0 ? 6 : 12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1, 4),
        3 => random.Next(-2, 12) / 2.0,
        4 or 5 => Pick(random, ["", "a", "aa", "b", "\u00e9", "\ud83d\ude00", "foo"]),
        6 or 7 or 8 => new JsonArray([.. Enumerable.Range(0, random.Next(5)).Select(_ => Instance(random, depth - 1))]),
        _ => new JsonObject(Some(random, Names).Select(name => KeyValuePair.Create(name, Instance(random, depth - 1)))),
    };

    private static IEnumerable<string> Some(Random random, string[] from) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(random, from)).Distinct()];

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
