namespace Conformance.JsonSchema.Model;

/// <summary>A <c>$dynamicRef</c> (core, section 8.2.3.2).</summary>
/// <param name="Initial">Where it leads if the dynamic scope does not have the anchor.</param>
/// <param name="Anchor">The dynamic anchor to look for in the dynamic scope; null if it behaves like <c>$ref</c>.</param>
internal sealed record DynamicReference(Schema Initial, string? Anchor)
{
    /// <summary>The schema it means in a dynamic scope.</summary>
    public Schema Target(DynamicScope scope) => Anchor is null ? Initial : scope.Find(Anchor) ?? Initial;
}
