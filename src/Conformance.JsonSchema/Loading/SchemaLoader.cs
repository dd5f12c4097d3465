using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.JsonSchema.Model;
using Conformance.JsonSchema.Values;

namespace Conformance.JsonSchema.Loading;

/// <summary>Reads a schema document and everything that it refers to, and resolves the references.</summary>
internal sealed partial class SchemaLoader
{
    private readonly Dictionary<string, JsonElement> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaResource> _resources = new(StringComparer.Ordinal);
    private readonly List<Schema> _schemas = [];
    private readonly Queue<PendingReference> _references = [];
    private readonly Dialects _dialects;

    private SchemaLoader(SchemaOptions options)
    {
        Options = options;
        _dialects = new Dialects(FindDocument);
    }

    /// <summary>The options of the compilation.</summary>
    public SchemaOptions Options { get; }

    /// <summary>
    /// Reads the schema to compile and counts all schemas in it. Throws a <see cref="SchemaException"/> that says what is wrong with it.
    /// </summary>
    public static (Schema Root, int SchemaCount) Load(ReadOnlySpan<byte> utf8Schema, SchemaOptions options)
    {
        var loader = new SchemaLoader(options);
        var uri = UriReference.Split(options.BaseUri).Uri;
        var root = loader.ReadDocument(loader.Parse(utf8Schema, ""), uri, isRoot: true);
        loader.ResolveReferences();
        return (root, loader._schemas.Count);
    }

    /// <summary>Reads a schema and its subschemas, unless they have been read already; the references in them are resolved later.</summary>
    public Schema Read(JsonElement element, SchemaResource resource, string pointer)
    {
        var document = resource.Document;
        if (document.Schemas.TryGetValue(pointer, out var known))
            return known;
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new SchemaException(document.Locate(pointer), "schemas nest too deeply here");
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
            throw new SchemaException(document.Locate(pointer),
                $"a schema must be an object or a boolean, not {KeywordReader.Describe(element)}");
        if (element.ValueKind == JsonValueKind.Object && (pointer.Length == 0 || element.TryGetProperty("$id", out _)))
            resource = OpenResource(element, resource, pointer);
        var schema = new Schema(_schemas.Count, resource, pointer);
        _schemas.Add(schema);
        document.Schemas.Add(pointer, schema);
        if (element.ValueKind == JsonValueKind.Object)
            new KeywordReader(this, schema, pointer).Read(element);
        else
            schema.Constant = element.ValueKind == JsonValueKind.True;
        return schema;
    }

    /// <summary>Notes a <c>$ref</c> or <c>$dynamicRef</c> to be resolved when all identifiers are known.</summary>
    public void AddReference(Schema schema, string keyword, string reference) =>
        _references.Enqueue(new PendingReference(schema, keyword, reference));

    /// <summary>Gives a schema a name in its resource.</summary>
    public static void AddAnchor(Schema schema, string keyword, string name)
    {
        if (!AnchorName().IsMatch(name))
            throw new SchemaException(schema.KeywordPointer(keyword), $"\"{name}\" is not a name for an anchor");
        if (!schema.Resource.Anchors.TryAdd(name, schema) && schema.Resource.Anchors[name] != schema)
            throw new SchemaException(schema.KeywordPointer(keyword), $"the anchor \"{name}\" is defined twice");
        if (keyword == "$dynamicAnchor")
            schema.Resource.DynamicAnchors[name] = schema;
    }

    private SchemaResource OpenResource(JsonElement element, SchemaResource parent, string pointer)
    {
        var document = parent.Document;
        var uri = parent.Uri;
        if (element.TryGetProperty("$id", out var id))
        {
            if (id.ValueKind != JsonValueKind.String)
                throw new SchemaException(document.Locate(pointer + "/$id"), $"\"$id\" must be a string, not {KeywordReader.Describe(id)}");
            var (reference, fragment) = UriReference.Split(id.GetString()!);
            if (fragment is { Length: > 0 })
                throw new SchemaException(document.Locate(pointer + "/$id"), "an \"$id\" must not have a fragment; use \"$anchor\"");
            uri = UriReference.Resolve(parent.Uri, reference);
        }

        var vocabularies = parent.Vocabularies;
        if (element.TryGetProperty("$schema", out var dialect))
            vocabularies = dialect.ValueKind == JsonValueKind.String
                ? _dialects.Find(dialect.GetString()!, document.Locate(pointer + "/$schema"))
                : throw new SchemaException(document.Locate(pointer + "/$schema"),
                    $"\"$schema\" must be a string, not {KeywordReader.Describe(dialect)}");
        var resource = new SchemaResource(uri, document, pointer, vocabularies);
        // A document is known by where it was found as well as by its own identifier.
        if (pointer.Length == 0)
            _resources.TryAdd(document.Uri, resource);
        if (!_resources.TryAdd(uri, resource) && _resources[uri] != resource)
            throw new SchemaException(document.Locate(pointer + "/$id"), $"\"{uri}\" identifies two schemas");
        return resource;
    }

    private JsonElement Parse(ReadOnlySpan<byte> utf8, string where)
    {
        try
        {
            // Every string is decoded once here, so that none of them can fail later.
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            using var document = JsonDocument.Parse(
                utf8.ToArray(), new JsonDocumentOptions { MaxDepth = Options.MaxDepth, AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            throw new SchemaException(where, $"it is not JSON: {exception.Message}", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new SchemaException(where, "it contains a string that is not valid Unicode", exception);
        }
    }

    private Schema ReadDocument(JsonElement element, string uri, bool isRoot)
    {
        var document = new SchemaDocument(uri, element, isRoot);
        var outer = new SchemaResource(uri, document, "", Vocabularies.Standard);
        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
            _resources.TryAdd(uri, outer);
        return Read(element, outer, "");
    }

    private JsonElement? FindDocument(string uri)
    {
        if (_documents.TryGetValue(uri, out var known))
            return known;
        var bytes = MetaSchemaDocuments.Find(uri) ?? Options.Resolve?.Invoke(uri);
        return bytes is { } found ? _documents[uri] = Parse(found.Span, uri + "#") : null;
    }

    private void ResolveReferences()
    {
        while (_references.TryDequeue(out var entry))
        {
            var (schema, keyword, reference) = entry;
            var (target, anchor) = Resolve(schema, schema.KeywordPointer(keyword), reference);
            if (keyword == "$ref")
                schema.Ref = target;
            else
                schema.DynamicRef = new DynamicReference(
                    target, anchor is not null && target.Resource.DynamicAnchors.GetValueOrDefault(anchor) == target ? anchor : null);
        }
    }

    private (Schema Target, string? Anchor) Resolve(Schema schema, string where, string reference)
    {
        var (uri, fragment) = UriReference.Split(reference);
        var resource = uri.Length == 0 ? schema.Resource : FindResource(UriReference.Resolve(schema.Resource.Uri, uri), where);
        var document = resource.Document;
        if (fragment is null or ['/', ..] or "")
        {
            var pointer = resource.Pointer + fragment;
            if (document.Schemas.TryGetValue(pointer, out var target))
                return (target, null);
            var element = JsonPointer.Find(document.Root, pointer)
                ?? throw new SchemaException(where, $"\"{reference}\" leads nowhere");
            return (Read(element, EnclosingResource(document, pointer), pointer), null);
        }

        return resource.Anchors.TryGetValue(fragment, out var anchored)
            ? (anchored, fragment)
            : throw new SchemaException(where, $"\"{reference}\" leads nowhere: there is no anchor \"{fragment}\"");
    }

    private static SchemaResource EnclosingResource(SchemaDocument document, string pointer)
    {
        while (true)
        {
            pointer = pointer[..pointer.LastIndexOf('/')];
            if (document.Schemas.TryGetValue(pointer, out var schema))
                return schema.Resource;
        }
    }

    private SchemaResource FindResource(string uri, string where)
    {
        if (_resources.TryGetValue(uri, out var resource))
            return resource;
        var document = FindDocument(uri)
            ?? throw new SchemaException(where,
                $"there is no schema \"{uri}\"; other documents than the schema itself come from SchemaOptions.Resolve");
        ReadDocument(document, uri, isRoot: false);
        return _resources[uri];
    }

    [GeneratedRegex(@"\A[A-Za-z_][-A-Za-z0-9._]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex AnchorName();

    // Not a tuple, for the reason that LoopCheck gives.
    private sealed record PendingReference(Schema Schema, string Keyword, string Reference);
}
