namespace Conformance.Spec.Schemas;

/// <summary>What a documented place is.</summary>
public enum PlaceKind
{
    /// <summary>A member of an object, or the elements of a list.</summary>
    Member,

    /// <summary>One of several things that a value may be: an alternative of <c>oneOf</c> or <c>anyOf</c>, a value of
    /// <c>enum</c>.</summary>
    Branch,
}
