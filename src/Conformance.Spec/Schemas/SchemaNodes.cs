using Conformance.Spec.Sources;

namespace Conformance.Spec.Schemas;

/// <summary>Reads schemas as the sources write them, in whatever dialect, as 2020-12 means them.</summary>
internal static class SchemaNodes
{
    /// <summary>The value of a keyword, with the older dialects' forms read as those of 2020-12; null where it is absent or means
    /// nothing.</summary>
    public static SourceNode? Keyword(SourceMap schema, string name) => name switch
    {
        // Drafts up to 2019-09: a list under items, the rest under additionalItems.
        "prefixItems" => schema["prefixItems"] ?? schema["items"] as SourceList,
        "items" => schema["items"] is SourceList ? schema["additionalItems"] : schema["items"],
        // Draft 4 and Swagger 2.0: a boolean beside the limit.
        "minimum" => schema["exclusiveMinimum"] is SourceScalar { IsTrue: true } ? null : schema["minimum"],
        "maximum" => schema["exclusiveMaximum"] is SourceScalar { IsTrue: true } ? null : schema["maximum"],
        "exclusiveMinimum" => Limit(schema, "exclusiveMinimum", "minimum"),
        "exclusiveMaximum" => Limit(schema, "exclusiveMaximum", "maximum"),
        // Draft 3: a boolean in the property itself, which no later dialect knows.
        "required" => schema["required"] as SourceList,
        _ => schema[name],
    };

    /// <summary>The schemas directly inside one, with the keyword that holds them; references are not followed.</summary>
    public static IEnumerable<(string Keyword, SourceNode Schema)> Children(SourceMap schema)
    {
        foreach (var (name, kind) in SchemaKeywords.All)
        {
            if (kind is KeywordKind.Value or KeywordKind.Text || Keyword(schema, name) is not { } value)
                continue;
            var children = (kind, value) switch
            {
                (KeywordKind.SchemaList, SourceList list) => list.Items,
                (KeywordKind.SchemaMap, SourceMap map) => map.Members.Select(member => member.Value),
                (KeywordKind.Schema, _) => [value],
                _ => [],
            };
            foreach (var child in children)
                yield return (name, child);
        }
    }

    /// <summary>Whether null is allowed beside what the schema says (OpenAPI 3.0 and vendor extensions of Swagger 2.0).</summary>
    public static bool IsNullable(SourceMap schema) =>
        schema["nullable"] is SourceScalar { IsTrue: true } || schema["x-nullable"] is SourceScalar { IsTrue: true };

    private static SourceNode? Limit(SourceMap schema, string exclusive, string inclusive) => schema[exclusive] switch
    {
        SourceScalar { Kind: ScalarKind.Boolean, IsTrue: true } => schema[inclusive],
        SourceScalar { Kind: ScalarKind.Boolean } => null,
        var other => other,
    };
}
