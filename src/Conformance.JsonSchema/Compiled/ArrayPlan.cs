namespace Conformance.JsonSchema.Compiled;

/// <summary>What a <see cref="Node"/> demands of an array.</summary>
internal sealed class ArrayPlan
{
    /// <summary>The demands on the first items, one by one; null for none.</summary>
    public Node?[] Prefix = [];

    /// <summary>The demands on all items after them; null for none.</summary>
    public Node? Items;

    public long MinItems;

    public long MaxItems = long.MaxValue;

    public bool UniqueItems;

    /// <summary>The schemas that a limited number of items must match.</summary>
    public ContainsEntry[] Contains = [];

    /// <summary>One <c>contains</c> with its limits.</summary>
    public readonly record struct ContainsEntry(Node Node, long Min, long Max);
}
