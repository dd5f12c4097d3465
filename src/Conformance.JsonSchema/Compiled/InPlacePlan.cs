using Conformance.JsonSchema.Model;

namespace Conformance.JsonSchema.Compiled;

/// <summary>
/// The part of a <see cref="Node"/> that reads the value again: alternatives, negation, conditions, and schemas left to the tree evaluator.
/// </summary>
internal sealed class InPlacePlan
{
    /// <summary>
    /// All of these must hold: references and <c>allOf</c> that were not merged because the result would have been too large.
    /// </summary>
    public Node[] All = [];

    /// <summary>At least one schema of each group must hold.</summary>
    public Node[][] AnyOf = [];

    /// <summary>Exactly one schema of each group must hold.</summary>
    public Node[][] OneOf = [];

    /// <summary>None of these must hold.</summary>
    public Node[] Not = [];

    /// <summary>Conditions.</summary>
    public Condition[] Conditions = [];

    /// <summary>Schemas that are left to the tree evaluator: those with <c>unevaluated*</c>.</summary>
    public (Schema Schema, DynamicScope Scope)[] Trees = [];

    /// <summary><c>if</c> with its branches; a missing branch is null.</summary>
    public readonly record struct Condition(Node If, Node? Then, Node? Else);
}
