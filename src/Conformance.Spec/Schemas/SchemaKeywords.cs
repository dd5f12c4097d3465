namespace Conformance.Spec.Schemas;

/// <summary>The keywords of JSON Schema 2020-12 that an extracted schema may have, in the order in which they are written.</summary>
internal static class SchemaKeywords
{
    private static readonly (string Name, KeywordKind Kind)[] Ordered =
    [
        ("type", KeywordKind.Text),
        ("format", KeywordKind.Text),
        ("enum", KeywordKind.Value),
        ("const", KeywordKind.Value),
        ("pattern", KeywordKind.Text),
        ("minLength", KeywordKind.Value),
        ("maxLength", KeywordKind.Value),
        ("minimum", KeywordKind.Value),
        ("exclusiveMinimum", KeywordKind.Value),
        ("maximum", KeywordKind.Value),
        ("exclusiveMaximum", KeywordKind.Value),
        ("multipleOf", KeywordKind.Value),
        ("contentEncoding", KeywordKind.Text),
        ("contentMediaType", KeywordKind.Text),
        ("contentSchema", KeywordKind.Schema),
        ("properties", KeywordKind.SchemaMap),
        ("patternProperties", KeywordKind.SchemaMap),
        ("propertyNames", KeywordKind.Schema),
        ("additionalProperties", KeywordKind.Schema),
        ("unevaluatedProperties", KeywordKind.Schema),
        ("minProperties", KeywordKind.Value),
        ("maxProperties", KeywordKind.Value),
        ("required", KeywordKind.Text),
        ("dependentRequired", KeywordKind.Value),
        ("dependentSchemas", KeywordKind.SchemaMap),
        ("prefixItems", KeywordKind.SchemaList),
        ("items", KeywordKind.Schema),
        ("unevaluatedItems", KeywordKind.Schema),
        ("contains", KeywordKind.Schema),
        ("minContains", KeywordKind.Value),
        ("maxContains", KeywordKind.Value),
        ("minItems", KeywordKind.Value),
        ("maxItems", KeywordKind.Value),
        ("uniqueItems", KeywordKind.Value),
        ("allOf", KeywordKind.SchemaList),
        ("anyOf", KeywordKind.SchemaList),
        ("oneOf", KeywordKind.SchemaList),
        ("not", KeywordKind.Schema),
        ("if", KeywordKind.Schema),
        ("then", KeywordKind.Schema),
        ("else", KeywordKind.Schema),
        ("default", KeywordKind.Value),
        ("readOnly", KeywordKind.Value),
        ("writeOnly", KeywordKind.Value),
        ("deprecated", KeywordKind.Value),
    ];

    private static readonly Dictionary<string, KeywordKind> ByName =
        Ordered.ToDictionary(keyword => keyword.Name, keyword => keyword.Kind, StringComparer.Ordinal);

    /// <summary>Every keyword.</summary>
    public static IReadOnlyList<(string Name, KeywordKind Kind)> All => Ordered;

    /// <summary>The kind of a keyword's value; null for a name that is not a keyword.</summary>
    public static KeywordKind? KindOf(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;
}
