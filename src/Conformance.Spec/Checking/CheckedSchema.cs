using Conformance.JsonSchema.Compiled;
using Conformance.Spec.Schemas;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>A schema of the sources, compiled, that still knows where its parts come from.</summary>
/// <param name="Compiled">The schema, with formats asserted.</param>
/// <param name="Root">The source of its root.</param>
/// <param name="Definitions">The sources of its definitions, by name.</param>
internal sealed record CheckedSchema(CompiledSchema Compiled, SourceNode Root, IReadOnlyDictionary<string, SourceNode> Definitions)
{
    /// <summary>The source that a finding's schema pointer leads to, as far as the pointer can be followed.</summary>
    public SourceNode Locate(string schemaPointer)
    {
        var node = Root;
        var tokens = schemaPointer.Split('/').Skip(1).Select(JsonPointers.Unescape).ToList();
        for (var index = 0; index < tokens.Count; index++)
        {
            SourceNode? next;
            if (tokens[index] == "$defs" && index + 1 < tokens.Count)
                next = Definitions.GetValueOrDefault(tokens[++index]);
            else
                next = Child(node, tokens[index]);
            if (next is null)
                break;
            node = next;
        }

        return node;
    }

    private static SourceNode? Child(SourceNode node, string token) => node switch
    {
        SourceMap map when SchemaKeywords.KindOf(token) is not null => SchemaNodes.Keyword(map, token),
        SourceMap map => map[token],
        SourceList list when int.TryParse(token, out var index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };
}
