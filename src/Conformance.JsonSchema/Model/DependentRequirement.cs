namespace Conformance.JsonSchema.Model;

/// <summary>One entry of <c>dependentRequired</c>; names are given as indexes into <see cref="Schema.Members"/>.</summary>
internal sealed record DependentRequirement(int Trigger, int[] Needed);
