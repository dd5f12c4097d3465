namespace Conformance.JsonSchema.Model;

/// <summary>
/// The dynamic anchors in scope: for each name, the schema in the outermost resource that has it. Only the outermost counts, so entering a
/// resource only adds names that are not in scope yet. Immutable.
/// </summary>
internal sealed class DynamicScope
{
    private readonly KeyValuePair<string, Schema>[] _anchors;

    private DynamicScope(KeyValuePair<string, Schema>[] anchors)
    {
        _anchors = anchors;
        Key = string.Join(';', anchors.Select(anchor => $"{anchor.Key}={anchor.Value.Index}"));
    }

    /// <summary>The scope before any resource is entered.</summary>
    public static DynamicScope Empty { get; } = new([]);

    /// <summary>Equal for equal scopes.</summary>
    public string Key { get; }

    /// <summary>The schema that a dynamic anchor leads to; null if no resource in scope has it.</summary>
    public Schema? Find(string anchor)
    {
        foreach (var entry in _anchors)
            if (entry.Key == anchor)
                return entry.Value;
        return null;
    }

    /// <summary>The scope inside a resource; this one if the resource adds nothing.</summary>
    public DynamicScope Enter(SchemaResource resource)
    {
        if (resource.DynamicAnchors.Count == 0 || resource.DynamicAnchors.Keys.All(name => Find(name) is not null))
            return this;
        return new DynamicScope([.. _anchors
            .Concat(resource.DynamicAnchors.Where(anchor => Find(anchor.Key) is null))
            .OrderBy(anchor => anchor.Key, StringComparer.Ordinal)]);
    }
}
