using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>
/// Puts an example together as the specification's site does: a <c>$ref</c> is replaced by its target, members beside it override the
/// target's, and a map with nothing but <c>allOf</c> is the union of its parts.
/// </summary>
/// <param name="context">Receives the references that lead nowhere.</param>
internal sealed class ExampleComposer(CheckContext context)
{
    private const int LongestChain = 64;

    /// <summary>The example without references; values keep their places in the sources. Null if a reference leads nowhere.</summary>
    public SourceNode? Compose(SourceNode example) => NeedsWork(example, 0) ? Compose(example, 0) : example;

    private static bool NeedsWork(SourceNode node, int depth) => node switch
    {
        _ when depth > LongestChain => false,
        SourceMap map => map["$ref"] is SourceScalar || map.Members is [{ Name: "allOf" }]
            || map.Members.Any(member => NeedsWork(member.Value, depth + 1)),
        SourceList list => list.Items.Any(item => NeedsWork(item, depth + 1)),
        _ => false,
    };

    private SourceNode? Compose(SourceNode node, int depth)
    {
        if (depth > LongestChain)
        {
            context.Report(CheckRules.Reference, node, "the example is composed of itself; make its references end somewhere");
            return null;
        }

        switch (node)
        {
            case SourceMap map when map["$ref"] is SourceScalar reference:
                return context.Tree.Resolve(reference) is { } target && Compose(target, depth + 1) is { } whole
                    ? Override(map, whole, depth)
                    : null;
            case SourceMap { Members: [{ Name: "allOf", Value: SourceList parts }] } map when parts.Items.All(part => part is SourceMap):
                context.Report(
                    CheckRules.ComposedExample,
                    map,
                    "the example is composed with allOf, which published bundles show unresolved; write it out, or use one $ref with the differences beside it");
                return Union(map, parts, depth);
            case SourceMap map:
                var members = new SourceMap(map.File, map.Line, map.Column) { Origin = map };
                foreach (var member in map.Members)
                {
                    if (Compose(member.Value, depth + 1) is { } value)
                        members.Add(member.Key, value);
                }

                return members;
            case SourceList list:
                var items = new SourceList(list.File, list.Line, list.Column) { Origin = list };
                foreach (var item in list.Items)
                {
                    if (Compose(item, depth + 1) is { } value)
                        items.Add(value);
                }

                return items;
            default:
                return node;
        }
    }

    private SourceNode Override(SourceMap map, SourceNode target, int depth)
    {
        if (target is not SourceMap whole)
            return target;
        var members = new SourceMap(map.File, map.Line, map.Column) { Origin = map };
        foreach (var member in whole.Members.Where(member => map[member.Name] is null))
            members.Add(member.Key, member.Value);
        foreach (var member in map.Members.Where(member => member.Name != "$ref"))
        {
            if (Compose(member.Value, depth + 1) is { } value)
                members.Add(member.Key, value);
        }

        return members;
    }

    private SourceMap Union(SourceMap map, SourceList parts, int depth)
    {
        var members = new SourceMap(map.File, map.Line, map.Column) { Origin = map };
        // A later part overrides an earlier one.
        foreach (var part in parts.Items.Reverse())
        {
            if (Compose(part, depth + 1) is not SourceMap composed)
                continue;
            foreach (var member in composed.Members)
                members.Add(member.Key, member.Value);
        }

        return members;
    }
}
