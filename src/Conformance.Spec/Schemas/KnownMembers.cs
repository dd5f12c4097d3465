using System.Globalization;
using System.Text.Json;

namespace Conformance.Spec.Schemas;

/// <summary>
/// Finds the members of a JSON value that a schema does not know. A member is known if any branch of the schema lists it, whether that
/// branch applies or not. An object is checked only if the schema lists members for it and leaves no room for others.
/// </summary>
public sealed class KnownMembers
{
    private static readonly string[] Branches = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] SingleBranches = ["if", "then", "else"];
    private static readonly string[] Openings = ["additionalProperties", "unevaluatedProperties", "patternProperties"];

    private readonly JsonElement _root;

    /// <summary>Reads a schema as it was extracted: references go to <c>#/$defs/</c> or <c>#</c>.</summary>
    /// <param name="utf8Schema">The schema as JSON.</param>
    internal KnownMembers(ReadOnlyMemory<byte> utf8Schema)
    {
        using var schema = JsonDocument.Parse(utf8Schema);
        _root = schema.RootElement.Clone();
    }

    /// <summary>JSON Pointers to the members of a value that the schema does not know, in the order of the value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="most">How many to find at most.</param>
    public IReadOnlyList<string> Unknown(JsonElement value, int most)
    {
        var found = new List<string>();
        Visit(value, [_root], "", found, most);
        return found;
    }

    private void Visit(JsonElement value, IEnumerable<JsonElement> schemas, string pointer, List<string> found, int most)
    {
        if (found.Count >= most || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
            return;
        var all = new List<JsonElement>();
        foreach (var schema in schemas)
            Collect(schema, all, []);
        if (value.ValueKind == JsonValueKind.Array)
            VisitItems(value, all, pointer, found, most);
        else
            VisitMembers(value, all, pointer, found, most);
    }

    private void VisitItems(JsonElement array, List<JsonElement> schemas, string pointer, List<string> found, int most)
    {
        var index = 0;
        foreach (var item in array.EnumerateArray())
        {
            var itemSchemas = schemas
                .SelectMany(schema => Member(schema, "prefixItems") is { ValueKind: JsonValueKind.Array } prefix
                    ? prefix.EnumerateArray()
                    : Enumerable.Empty<JsonElement>())
                .Concat(schemas.Select(schema => Member(schema, "items")).OfType<JsonElement>());
            Visit(item, itemSchemas, string.Create(CultureInfo.InvariantCulture, $"{pointer}/{index++}"), found, most);
        }
    }

    private void VisitMembers(JsonElement owner, List<JsonElement> schemas, string pointer, List<string> found, int most)
    {
        var isClosed = schemas.Exists(schema => Member(schema, "properties") is not null)
            && !schemas.Exists(schema =>
                Array.Exists(Openings, opening => Member(schema, opening) is { ValueKind: not JsonValueKind.False }));
        foreach (var member in owner.EnumerateObject())
        {
            var here = $"{pointer}/{member.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            var memberSchemas = schemas.SelectMany(schema => Of(schema, member.Name)).ToList();
            if (memberSchemas.Count > 0)
                Visit(member.Value, memberSchemas, here, found, most);
            else if (isClosed && found.Count < most)
                found.Add(here);
        }
    }

    private static IEnumerable<JsonElement> Of(JsonElement schema, string name)
    {
        if (Member(schema, "properties") is { } properties && Member(properties, name) is { } listed)
            yield return listed;
        if (Member(schema, "additionalProperties") is { ValueKind: JsonValueKind.Object } additional)
            yield return additional;
        if (Member(schema, "patternProperties") is { ValueKind: JsonValueKind.Object } patterns)
        {
            foreach (var pattern in patterns.EnumerateObject())
                yield return pattern.Value;
        }
    }

    /// <summary>A schema and every schema that it applies to the same value.</summary>
    private void Collect(JsonElement schema, List<JsonElement> all, HashSet<string> followed)
    {
        if (schema.ValueKind != JsonValueKind.Object)
            return;
        all.Add(schema);
        if (Member(schema, "$ref") is { ValueKind: JsonValueKind.String } reference && followed.Add(reference.GetString()!)
            && Resolve(reference.GetString()!) is { } target)
            Collect(target, all, followed);
        foreach (var branch in Branches.Select(keyword => Member(schema, keyword)).OfType<JsonElement>()
            .Where(list => list.ValueKind == JsonValueKind.Array).SelectMany(list => list.EnumerateArray()))
            Collect(branch, all, followed);
        foreach (var branch in SingleBranches.Select(keyword => Member(schema, keyword)).OfType<JsonElement>())
            Collect(branch, all, followed);
    }

    private JsonElement? Resolve(string reference)
    {
        const string Definitions = "#/$defs/";
        if (reference == "#")
            return _root;
        if (!reference.StartsWith(Definitions, StringComparison.Ordinal))
            return null;
        var name = Uri.UnescapeDataString(reference[Definitions.Length..]).Replace("~1", "/", StringComparison.Ordinal)
            .Replace("~0", "~", StringComparison.Ordinal);
        return Member(_root, "$defs") is { } definitions ? Member(definitions, name) : null;
    }

    private static JsonElement? Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : null;
}
