using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.JsonSchema.Compiled;

namespace Conformance.Spec.Schemas;

/// <summary>Walks through a schema once and lists the places that it documents.</summary>
internal sealed class PlaceSurvey
{
    private const string Definitions = "#/$defs/";

    // Names the whole schema inside the document that is compiled for an alternative. Nothing is fetched from there.
    private const string SchemaId = "https://schema.example.org/";

    private static readonly string[] Choices = ["oneOf", "anyOf"];
    private static readonly string[] SameInstance = ["allOf", "oneOf", "anyOf"];
    private static readonly string[] SameInstanceAlone = ["if", "then", "else"];
    private static readonly string[] ElementSchemas = ["items", "contains", "unevaluatedItems"];
    private static readonly string[] OtherMembers = ["additionalProperties", "unevaluatedProperties"];
    private static readonly string[] SaysNothing = ["$ref", "$schema", "$defs", "since", "deprecated"];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonNode? _document;
    private readonly SpecVersion _underTest;
    private readonly List<DocumentedPlace> _places = [];
    private readonly Dictionary<DocumentedPlace, int> _numbers = [];
    private readonly Stack<(HashSet<JsonObject> Schemas, PlaceNode Node)> _path = [];

    public PlaceSurvey(ReadOnlyMemory<byte> utf8Schema, SpecVersion underTest)
    {
        _document = JsonNode.Parse(utf8Schema.Span);
        _underTest = underTest;
        Root = Visit([_document], "");
    }

    public PlaceNode Root { get; }

    public IReadOnlyList<DocumentedPlace> Places => _places;

    private PlaceNode Visit(IEnumerable<JsonNode?> schemas, string pointer)
    {
        var all = new HashSet<JsonObject>();
        foreach (var schema in schemas)
            Collect(schema, all);
        all.RemoveWhere(schema => schema.All(keyword => SaysNothing.Contains(keyword.Key)));
        if (all.Count > 0 && _path.FirstOrDefault(step => step.Schemas.SetEquals(all)) is { Node: { } same })
            return same;

        var node = new PlaceNode();
        _path.Push((all, node));
        AddBranches(all, node, pointer);
        AddMembers(all, node, pointer);
        AddOthers(all, node, pointer);
        var elements = all
            .SelectMany(schema => Lists(schema, "prefixItems").Concat(ElementSchemas.Select(keyword => schema[keyword])))
            .Where(Documents)
            .ToList();
        if (elements.Count > 0)
            node.Elements = Way(elements, $"{pointer}/*");
        _path.Pop();
        return node;
    }

    private PlaceNode.Way Way(IEnumerable<JsonNode?> schemas, string pointer) =>
        new(Number(PlaceKind.Member, pointer), Visit(schemas, pointer));

    private void AddMembers(HashSet<JsonObject> schemas, PlaceNode node, string pointer)
    {
        var properties = schemas
            .SelectMany(schema => schema["properties"] as JsonObject ?? [])
            .Where(property => !IsFalse(property.Value))
            .GroupBy(property => property.Key, property => property.Value, StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var known = property.Where(schema => !IsNewer(schema)).ToList();
            node.Members.Add(property.Key, known.Count == 0 ? null : Way(known, $"{pointer}/{Escape(property.Key)}"));
        }
    }

    private void AddOthers(HashSet<JsonObject> schemas, PlaceNode node, string pointer)
    {
        var patterns = schemas.SelectMany(schema => schema["patternProperties"] as JsonObject ?? [])
            .Where(pattern => !IsFalse(pattern.Value)).ToList();
        var additional = schemas.SelectMany(schema => OtherMembers.Select(keyword => schema[keyword])).Where(Documents).ToList();
        if (patterns.Count + additional.Count == 0)
            return;
        node.TakesAnyName = additional.Count > 0;
        foreach (var pattern in patterns)
            node.OtherNames.Add(
                CompiledSchema.Compile(Encoding.UTF8.GetBytes(new JsonObject { ["pattern"] = pattern.Key }.ToJsonString())));
        node.Others = Way(patterns.Select(pattern => pattern.Value).Concat(additional), $"{pointer}/*");
    }

    private void AddBranches(HashSet<JsonObject> schemas, PlaceNode node, string pointer)
    {
        foreach (var value in schemas.SelectMany(schema => Lists(schema, "enum")))
        {
            var text = value?.ToJsonString(Readable) ?? "null";
            var place = Number(PlaceKind.Branch, $"{pointer} enum {text}".TrimStart());
            if (!node.Values.Exists(known => known.Place == place))
                node.Values.Add((place, JsonSerializer.SerializeToElement(value)));
        }

        foreach (var keyword in Choices)
        {
            // Several schemas for the same value may have alternatives each; they are numbered consecutively.
            var number = 0;
            foreach (var alternative in schemas.SelectMany(schema => Lists(schema, keyword)))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{pointer} {keyword}/{number++}").TrimStart();
                if (alternative is not null)
                    node.Alternatives.Add((Number(PlaceKind.Branch, name), Compile(alternative)));
            }
        }
    }

    /// <summary>Compiles a schema inside the document on its own; its references keep their targets.</summary>
    private CompiledSchema Compile(JsonNode schema)
    {
        var whole = _document!.DeepClone().AsObject();
        whole["$id"] = SchemaId;
        var alone = new JsonObject
        {
            ["$ref"] = $"{SchemaId}#{PointerTo(schema)}",
            ["$defs"] = new JsonObject { ["whole"] = whole },
        };
        return CompiledSchema.Compile(Encoding.UTF8.GetBytes(alone.ToJsonString()));
    }

    private static string PointerTo(JsonNode node) => node.Parent switch
    {
        JsonArray list => string.Create(CultureInfo.InvariantCulture, $"{PointerTo(list)}/{node.GetElementIndex()}"),
        JsonObject owner => $"{PointerTo(owner)}/{Uri.EscapeDataString(Escape(node.GetPropertyName()))}",
        _ => "",
    };

    /// <summary>A schema and every schema that it applies to the same value.</summary>
    private void Collect(JsonNode? node, HashSet<JsonObject> all)
    {
        if (node is not JsonObject schema || !all.Add(schema))
            return;
        Collect(Target(schema), all);
        foreach (var part in SameInstance.SelectMany(keyword => Lists(schema, keyword)))
            Collect(part, all);
        foreach (var keyword in SameInstanceAlone)
            Collect(schema[keyword], all);
        foreach (var (_, dependent) in schema["dependentSchemas"] as JsonObject ?? [])
            Collect(dependent, all);
    }

    private JsonNode? Target(JsonObject schema)
    {
        if (schema["$ref"] is not JsonValue reference || !reference.TryGetValue<string>(out var text))
            return null;
        if (text == "#")
            return _document;
        return text.StartsWith(Definitions, StringComparison.Ordinal)
            ? _document?["$defs"]?[Uri.UnescapeDataString(text[Definitions.Length..]).Replace("~1", "/", StringComparison.Ordinal)
                .Replace("~0", "~", StringComparison.Ordinal)]
            : null;
    }

    // A property that only points to a definition is as new as the definition.
    private bool IsNewer(JsonNode? property)
    {
        var followed = new HashSet<JsonObject>();
        for (var schema = property as JsonObject; schema is not null && followed.Add(schema); schema = Target(schema) as JsonObject)
        {
            if (schema["since"] is JsonValue mark && mark.TryGetValue<string>(out var text) && SpecVersion.TryParse(text, out var since)
                && since > _underTest)
                return true;
        }

        return false;
    }

    private int Number(PlaceKind kind, string name)
    {
        var place = new DocumentedPlace(kind, name);
        if (!_numbers.TryGetValue(place, out var number))
        {
            _numbers.Add(place, number = _places.Count);
            _places.Add(place);
        }

        return number;
    }

    private static IEnumerable<JsonNode?> Lists(JsonObject schema, string keyword) => schema[keyword] as JsonArray ?? [];

    // A schema that allows everything documents nothing.
    private static bool Documents(JsonNode? schema) => schema is JsonObject { Count: > 0 };

    private static bool IsFalse(JsonNode? schema) => schema?.GetValueKind() == JsonValueKind.False;

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
