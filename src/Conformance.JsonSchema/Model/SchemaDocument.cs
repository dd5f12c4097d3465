using System.Text.Json;

namespace Conformance.JsonSchema.Model;

/// <summary>One JSON document with schemas in it.</summary>
internal sealed class SchemaDocument(string uri, JsonElement root, bool isRoot)
{
    /// <summary>Where it was found, without a fragment.</summary>
    public string Uri { get; } = uri;

    /// <summary>Its content.</summary>
    public JsonElement Root { get; } = root;

    /// <summary>The schemas read from it, by JSON Pointer from its root.</summary>
    public Dictionary<string, Schema> Schemas { get; } = new(StringComparer.Ordinal);

    /// <summary>The name of a place in it for findings and errors; in the root document, the pointer alone.</summary>
    public string Locate(string pointer) => isRoot ? pointer : $"{Uri}#{pointer}";
}
