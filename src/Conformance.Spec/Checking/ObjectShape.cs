using Conformance.Spec.Schemas;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>What the schemas that apply to one object say about its members, alternatives taken together.</summary>
internal sealed class ObjectShape
{
    private static readonly string[] Parts = ["allOf", "anyOf", "oneOf"];
    private static readonly string[] Conditions = ["if", "then", "else"];

    private readonly List<SourceMap> _schemas;

    public ObjectShape(SourceTree tree, IReadOnlyList<SourceNode> schemas)
    {
        _schemas = InPlace(tree, schemas);
        IsOpen = true;
        foreach (var schema in _schemas)
        {
            if (schema["properties"] is SourceMap { Members.Count: > 0 } properties)
            {
                IsOpen = false;
                Names.AddRange(properties.Members.Select(member => member.Name));
            }
        }

        // If a schema names no property, or says something about further ones, other members may be what it says. The same holds if one of
        // several alternatives is like that.
        IsOpen |= _schemas.Any(schema =>
            schema["additionalProperties"] is not (null or SourceScalar { Kind: ScalarKind.Boolean, IsTrue: false }))
            || _schemas.SelectMany(Alternatives)
                .Any(alternative => AdmitsObjects(alternative) && new ObjectShape(tree, [alternative]).IsOpen);
    }

    /// <summary>Whether the schemas allow members that no property or pattern names.</summary>
    public bool IsOpen { get; }

    /// <summary>The names of the properties.</summary>
    public List<string> Names { get; } = [];

    /// <summary>The schemas and everything in them that applies to the same value.</summary>
    public static List<SourceMap> InPlace(SourceTree tree, IReadOnlyList<SourceNode> schemas)
    {
        var found = new List<SourceMap>();
        var seen = new HashSet<SourceNode>();
        foreach (var schema in schemas)
            Add(schema);
        return found;

        void Add(SourceNode node)
        {
            if (node is not SourceMap map || !seen.Add(map))
                return;
            found.Add(map);
            if (map["$ref"] is SourceScalar reference && tree.Resolve(reference) is { } target)
                Add(target);
            foreach (var part in Parts.Select(name => map[name]).OfType<SourceList>().SelectMany(list => list.Items))
                Add(part);
            foreach (var condition in Conditions.Select(name => map[name]).OfType<SourceNode>())
                Add(condition);
        }
    }

    /// <summary>The schemas of a member, and whether it is one that the schemas know.</summary>
    public IReadOnlyList<SourceNode> SchemasOf(string name, PatternCache patterns, out bool known)
    {
        var found = new List<SourceNode>();
        foreach (var schema in _schemas)
        {
            var before = found.Count;
            if (schema["properties"] is SourceMap properties && properties[name] is { } property)
                found.Add(property);
            if (schema["patternProperties"] is SourceMap byPattern)
                found.AddRange(byPattern.Members.Where(member => patterns.IsMatch(member.Name, name)).Select(member => member.Value));
            if (found.Count == before && schema["additionalProperties"] is SourceMap others)
                found.Add(others);
        }

        known = IsOpen || found.Count > 0;
        return found;
    }

    private static IEnumerable<SourceNode> Alternatives(SourceMap schema) =>
        new[] { schema["anyOf"], schema["oneOf"] }.OfType<SourceList>().SelectMany(list => list.Items);

    private static bool AdmitsObjects(SourceNode schema) => (schema as SourceMap)?["type"] switch
    {
        SourceScalar type => type.Text == "object",
        SourceList types => types.Items.OfType<SourceScalar>().Any(type => type.Text == "object"),
        _ => true,
    };

    /// <summary>Whether a schema describes the member of a name.</summary>
    public bool Foresees(string name) => SchemasOf(name, new PatternCache(), out _).Count > 0;

    /// <summary>The names under <c>required</c> with their places.</summary>
    public IEnumerable<SourceScalar> Required() =>
        _schemas.Select(schema => SchemaNodes.Keyword(schema, "required")).OfType<SourceList>().SelectMany(list => list.Items)
            .OfType<SourceScalar>();
}
