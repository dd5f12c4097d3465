using System.Text.Json;
using Conformance.JsonSchema.Model;

namespace Conformance.JsonSchema.Loading;

/// <summary>The vocabularies of dialects, as <c>$vocabulary</c> of their metaschemas lists them (core, section 8.1.2).</summary>
internal sealed class Dialects(Func<string, JsonElement?> findDocument)
{
    private const string Prefix = "https://json-schema.org/draft/2020-12/vocab/";
    private readonly Dictionary<string, Vocabularies> _known =
        new(StringComparer.Ordinal) { [MetaSchemaDocuments.Dialect] = Vocabularies.Standard };

    /// <summary>The vocabularies of the dialect that <c>$schema</c> names at a place.</summary>
    public Vocabularies Find(string dialect, string pointer)
    {
        // The fragment of a metaschema's URI, if any, is empty.
        dialect = dialect.TrimEnd('#');
        if (_known.TryGetValue(dialect, out var vocabularies))
            return vocabularies;
        if (findDocument(dialect) is not { } metaSchema)
            throw new SchemaException(pointer,
                $"the dialect \"{dialect}\" is not known; this validator has 2020-12, and metaschemas that SchemaOptions.Resolve gives");
        vocabularies = metaSchema.ValueKind == JsonValueKind.Object && metaSchema.TryGetProperty("$vocabulary", out var declared)
            && declared.ValueKind == JsonValueKind.Object
            ? Read(declared, dialect, pointer)
            : Vocabularies.Standard;
        return _known[dialect] = vocabularies;
    }

    private static Vocabularies Read(JsonElement declared, string dialect, string pointer)
    {
        var vocabularies = Vocabularies.None;
        foreach (var entry in declared.EnumerateObject())
        {
            var name = entry.Name.StartsWith(Prefix, StringComparison.Ordinal) ? entry.Name[Prefix.Length..] : "";
            if (name is not ("core" or "applicator" or "unevaluated" or "validation" or "format-annotation" or "format-assertion"
                or "content" or "meta-data") && entry.Value.ValueKind == JsonValueKind.True)
                throw new SchemaException(pointer,
                    $"the dialect \"{dialect}\" requires the vocabulary \"{entry.Name}\", which is not known");
            vocabularies |= name switch
            {
                "applicator" => Vocabularies.Applicator,
                "unevaluated" => Vocabularies.Unevaluated,
                "validation" => Vocabularies.Validation,
                "format-annotation" => Vocabularies.FormatAnnotation,
                "format-assertion" => Vocabularies.FormatAssertion,
                _ => Vocabularies.None,
            };
        }

        return vocabularies;
    }
}
