using Conformance.JsonSchema.Model;

namespace Conformance.JsonSchema.Loading;

/// <summary>
/// Refuses schemas whose evaluation would not end: a schema that applies itself, through references and other in-place applicators, to the
/// same instance value (core, section 9.4.1). Dynamic references are followed as evaluation would. Iterative, so that long chains cannot
/// exhaust the stack.
/// </summary>
internal sealed class LoopCheck
{
    private readonly Dictionary<Visit, bool> _finished = [];
    private readonly Queue<Start> _below = [];

    /// <summary>Checks everything that evaluation can reach from a schema; <see cref="SchemaException"/> names the loop's first
    /// schema.</summary>
    public static void Run(Schema root)
    {
        var check = new LoopCheck();
        check._below.Enqueue(new Start(root, DynamicScope.Empty));
        while (check._below.TryDequeue(out var start))
            check.Walk(start.Schema, start.Scope);
    }

    // A depth-first walk along in-place edges only; what lies below the instance value is queued.
    private void Walk(Schema start, DynamicScope scope)
    {
        var path = new Stack<Step>();
        Enter(start, scope);
        while (path.TryPeek(out var top))
        {
            if (top.Edges.MoveNext())
            {
                Enter(top.Edges.Current, top.Scope);
                continue;
            }

            _finished[top.Visit] = true;
            path.Pop();
        }

        void Enter(Schema schema, DynamicScope outer)
        {
            var inner = outer.Enter(schema.Resource);
            var visit = new Visit(schema.Index, inner.Key);
            if (_finished.TryGetValue(visit, out var finished))
            {
                if (!finished)
                    throw new SchemaException(schema.Pointer,
                        "its references lead back to itself without descending into the instance, so its evaluation would never end");
                return;
            }

            _finished[visit] = false;
            foreach (var child in Below(schema))
                _below.Enqueue(new Start(child, inner));
            path.Push(new Step(visit, InPlace(schema, inner).GetEnumerator(), inner));
        }
    }

    private static IEnumerable<Schema> InPlace(Schema schema, DynamicScope scope) =>
        ((IEnumerable<Schema?>)[schema.Ref, schema.DynamicRef?.Target(scope), schema.Not, schema.If, schema.Then, schema.Else,
            .. schema.AllOf, .. schema.AnyOf, .. schema.OneOf, .. schema.DependentSchemas.Select(entry => entry.Schema)]).OfType<Schema>();

    private static IEnumerable<Schema> Below(Schema schema) =>
        ((IEnumerable<Schema?>)[schema.AdditionalProperties, schema.PropertyNames, schema.UnevaluatedProperties, schema.Items,
            schema.Contains, schema.UnevaluatedItems,
            .. schema.PrefixItems, .. schema.Members.Select(member => member.Property),
                .. schema.PatternProperties.Select(entry => entry.Schema)]).OfType<Schema>();

    // Classes rather than tuples: the runtime ships with compiled collections of references, but compiles those of each tuple type at every
    // start.
    private sealed record Visit(int Schema, string Scope);

    private sealed record Start(Schema Schema, DynamicScope Scope);

    private sealed record Step(Visit Visit, IEnumerator<Schema> Edges, DynamicScope Scope);
}
