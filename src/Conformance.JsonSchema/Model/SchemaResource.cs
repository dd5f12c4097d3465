namespace Conformance.JsonSchema.Model;

/// <summary>
/// A schema resource: a document's root or a subschema with an <c>$id</c> of its own, and everything below it (core, section 4.3.5).
/// </summary>
internal sealed class SchemaResource(string uri, SchemaDocument document, string pointer, Vocabularies vocabularies)
{
    /// <summary>Its canonical URI, without a fragment; empty for a root without <c>$id</c> and base.</summary>
    public string Uri { get; } = uri;

    /// <summary>The document it lies in.</summary>
    public SchemaDocument Document { get; } = document;

    /// <summary>JSON Pointer from the document's root to its own.</summary>
    public string Pointer { get; } = pointer;

    /// <summary>The keywords that its dialect knows.</summary>
    public Vocabularies Vocabularies { get; } = vocabularies;

    /// <summary>Subschemas by the names that <c>$anchor</c> and <c>$dynamicAnchor</c> give them.</summary>
    public Dictionary<string, Schema> Anchors { get; } = new(StringComparer.Ordinal);

    /// <summary>The part of <see cref="Anchors"/> that <c>$dynamicAnchor</c> made.</summary>
    public Dictionary<string, Schema> DynamicAnchors { get; } = new(StringComparer.Ordinal);
}
