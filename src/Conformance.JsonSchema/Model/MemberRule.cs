namespace Conformance.JsonSchema.Model;

/// <summary>What one schema says of one member name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Property">The subschema under <c>properties</c>.</param>
/// <param name="IsRequired">Whether <c>required</c> lists it.</param>
internal sealed record MemberRule(string Name, Schema? Property, bool IsRequired);
