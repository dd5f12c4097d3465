using Conformance.JsonSchema.Model;

namespace Conformance.JsonSchema.Compiled;

/// <summary>
/// Turns schemas into nodes. Schemas that apply to the same value unconditionally (<c>$ref</c>, <c>$dynamicRef</c>, <c>allOf</c>, several
/// descriptions of one member) become one node, like the states of a finite automaton that is made deterministic: a node is identified by
/// its set of schemas, so recursion ends. The dynamic scope is part of a schema's identity here, so no dynamic reference is left to run
/// time. Merging stops where it would make too many nodes; the remaining schemas are evaluated one by one.
/// </summary>
internal sealed partial class NodeBuilder
{
    private const int PartsPerSchema = 32;
    private const int PartsAtLeast = 2_000;
    private const int MostBits = 64;
    private readonly Dictionary<string, Node> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _scopes = new(StringComparer.Ordinal);
    private readonly Queue<Unfilled> _unfilled = [];
    private long _partsLeft;

    private NodeBuilder(long partsLeft) => _partsLeft = partsLeft;

    /// <summary>Makes the node of a schema and of everything that it leads to.</summary>
    /// <param name="root">The schema.</param>
    /// <param name="schemaCount">How many schemas there are in all; the allowance for merging grows with it.</param>
    /// <param name="merge">Whether to merge at all.</param>
    public static Node Build(Schema root, int schemaCount, bool merge = true)
    {
        var builder = new NodeBuilder(merge ? Math.Max(PartsAtLeast, schemaCount * PartsPerSchema) : 0);
        var node = builder.NodeOf([new Part(root, DynamicScope.Empty)])!;
        while (builder._unfilled.TryDequeue(out var entry))
            builder.Fill(entry.Node, entry.Parts, entry.Merged);
        return node;
    }

    private Node? NodeOf(Schema? schema, DynamicScope scope) => schema is null ? null : NodeOf([new Part(schema, scope)]);

    /// <summary>The node for a set of schemas, to be filled later; null for no schemas at all, which demand nothing.</summary>
    private Node? NodeOf(List<Part> parts)
    {
        if (parts.Count == 0)
            return null;
        var merged = _partsLeft > 0;
        if (merged)
            parts = Closure(parts);
        var key = (merged ? "" : "!") + string.Join(' ', parts.Select(Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (_nodes.TryGetValue(key, out var node))
            return node;
        _partsLeft -= parts.Count;
        node = new Node();
        _nodes.Add(key, node);
        _unfilled.Enqueue(new Unfilled(node, parts, merged));
        return node;
    }

    // Two ways to reach a schema differ by the scope inside it.
    private string Id(Part part)
    {
        var scope = part.Scope.Enter(part.Schema.Resource).Key;
        if (!_scopes.TryGetValue(scope, out var number))
            _scopes.Add(scope, number = _scopes.Count);
        return $"{part.Schema.Index}.{number}";
    }

    /// <summary>
    /// A set of schemas with every schema that they apply unconditionally to the same value. A schema with <c>unevaluated*</c> stays whole.
    /// </summary>
    private List<Part> Closure(List<Part> parts)
    {
        var closure = new List<Part>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<Part>(Enumerable.Reverse(parts));
        while (open.TryPop(out var part))
        {
            if (!seen.Add(Id(part)) || part.Schema.Constant == true)
                continue;
            closure.Add(part);
            if (!part.Schema.HasUnevaluated)
                foreach (var applied in Applied(part))
                    open.Push(applied);
        }

        return closure;
    }

    private static IEnumerable<Part> Applied(Part part)
    {
        var (schema, scope) = (part.Schema, part.Scope.Enter(part.Schema.Resource));
        if (schema.Ref is not null)
            yield return new Part(schema.Ref, scope);
        if (schema.DynamicRef is not null)
            yield return new Part(schema.DynamicRef.Target(scope), scope);
        foreach (var applied in schema.AllOf)
            yield return new Part(applied, scope);
    }

    private void Fill(Node node, List<Part> parts, bool merged)
    {
        var inPlace = new InPlacePlan();
        if (!merged && parts.Count > 1)
        {
            inPlace.All = [.. parts.Select(part => NodeOf([part])!)];
            parts = [];
        }
        else if (!merged)
        {
            inPlace.All = parts[0].Schema.HasUnevaluated ? [] : [.. Applied(parts[0]).Select(part => NodeOf([part])!)];
        }

        // One word has a bit for each member whose presence matters and for each pattern; the tree evaluator takes objects with more.
        var trees = parts.Where(part => part.Schema.HasUnevaluated).ToList();
        parts = [.. parts.Except(trees)];
        if (CountBits(parts) > MostBits)
            (trees, parts) = ([.. trees, .. parts], []);
        inPlace.Trees = [.. trees.Select(part => (part.Schema, part.Scope))];

        FillValue(node, parts);
        FillInPlace(inPlace, parts);
        node.Object = ObjectPlanOf(parts);
        node.Array = ArrayPlanOf(parts);
        if (inPlace is not { All: [], AnyOf: [], OneOf: [], Not: [], Conditions: [], Trees: [] })
            node.InPlace = inPlace;
        var closer = node.ValueSets.Length > 0 || node.InPlace is not null;
        node.NeedsCloserLook = closer;
        node.LooksAtStrings = closer || node.StringRules.Length > 0;
        node.LooksAtNumbers = closer || node.NumberRules.Length > 0 || (node.Types & JsonTypes.Number) is JsonTypes.Integer
            or JsonTypes.Fraction;
    }

    private static int CountBits(List<Part> parts) => Math.Max(
        TrackedNames(parts).Count,
        parts.Sum(part => part.Schema.PatternProperties.Length));

    private static void FillValue(Node node, List<Part> parts)
    {
        foreach (var part in parts)
            node.Types &= part.Schema.Constant == false ? JsonTypes.None : part.Schema.Types;
        node.ValueSets = [.. parts.SelectMany(part => (Values.ValueSet?[])[part.Schema.Enum, part.Schema.Const]).OfType<Values.ValueSet>()];
        node.NumberRules = [.. parts.Select(part => part.Schema).Where(schema => schema.HasNumberKeywords)];
        // The same pattern often stands in two places.
        node.StringRules = [.. parts.Select(part => part.Schema).Where(schema => schema.HasStringKeywords)
            .DistinctBy(schema => new TextDemand(schema.MinLength, schema.MaxLength, schema.Pattern?.Source, schema.Format?.Name))];
    }

    private void FillInPlace(InPlacePlan plan, List<Part> parts)
    {
        plan.AnyOf = [.. parts.Where(part => part.Schema.AnyOf.Length > 0).Select(part => Alternatives(part, part.Schema.AnyOf))];
        plan.OneOf = [.. parts.Where(part => part.Schema.OneOf.Length > 0).Select(part => Alternatives(part, part.Schema.OneOf))];
        plan.Not = [.. parts.Where(part => part.Schema.Not is not null).Select(part => NodeOf(part.Schema.Not, part.Inner)!)];
        plan.Conditions = [.. parts.Where(part => part.Schema is { If: not null, Then: not null } or { If: not null, Else: not null })
            .Select(part =>
                new InPlacePlan.Condition(
                    NodeOf(part.Schema.If, part.Inner)!, NodeOf(part.Schema.Then, part.Inner), NodeOf(part.Schema.Else, part.Inner)))];
    }

    private Node[] Alternatives(Part part, Schema[] schemas) => [.. schemas.Select(schema => NodeOf(schema, part.Inner)!)];

    private ArrayPlan? ArrayPlanOf(List<Part> parts)
    {
        parts = [.. parts.Where(part => part.Schema.HasArrayKeywords)];
        if (parts.Count == 0)
            return null;
        var plan = new ArrayPlan
        {
            Prefix = new Node?[parts.Max(part => part.Schema.PrefixItems.Length)],
            Items = NodeOf(
                [.. parts.Where(part => part.Schema.Items is not null).Select(part => new Part(part.Schema.Items!, part.Inner))]),
            MinItems = parts.Max(part => part.Schema.MinItems ?? 0),
            MaxItems = parts.Min(part => part.Schema.MaxItems ?? long.MaxValue),
            UniqueItems = parts.Exists(part => part.Schema.UniqueItems),
            Contains = [.. parts.Where(part => part.Schema.Contains is not null)
                .Select(part =>
                    new ArrayPlan.ContainsEntry(NodeOf(part.Schema.Contains, part.Inner)!, part.Schema.MinContains ?? 1,
                        part.Schema.MaxContains ?? long.MaxValue))],
        };
        for (var i = 0; i < plan.Prefix.Length; i++)
            plan.Prefix[i] = NodeOf([.. parts
                .Select(part => (part.Inner, Schema: i < part.Schema.PrefixItems.Length ? part.Schema.PrefixItems[i] : part.Schema.Items))
                .Where(entry => entry.Schema is not null)
                .Select(entry => new Part(entry.Schema!, entry.Inner))]);
        return plan;
    }

    /// <summary>A schema and the dynamic scope from which it is reached.</summary>
    private sealed record Part(Schema Schema, DynamicScope Scope)
    {
        /// <summary>The dynamic scope inside the schema.</summary>
        public DynamicScope Inner { get; } = Scope.Enter(Schema.Resource);
    }

    // Not tuples, for the reason that LoopCheck gives.
    private sealed record Unfilled(Node Node, List<Part> Parts, bool Merged);

    private sealed record TextDemand(long? MinLength, long? MaxLength, string? Pattern, string? Format);
}
