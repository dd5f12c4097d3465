namespace Conformance.JsonSchema.Compiled;

/// <summary>What a <see cref="Node"/> demands of an array.</summary>
internal sealed class ArrayPlan
{
    /// <summary>What is demanded of the first items, one by one; null where nothing is.</summary>
    public Node?[] Prefix = [];

    /// <summary>What is demanded of all items behind them; null if nothing.</summary>
    public Node? Items;

    public long MinItems;

    public long MaxItems = long.MaxValue;

    public bool UniqueItems;

    /// <summary>What so many items must match.</summary>
    public ContainsEntry[] Contains = [];

    /// <summary>One <c>contains</c> with its limits.</summary>
    public readonly record struct ContainsEntry(Node Node, long Min, long Max);
}
