namespace Conformance.JsonSchema.Model;

/// <summary>One entry of <c>dependentSchemas</c>; the name is given as an index into <see cref="Model.Schema.Members"/>.</summary>
internal sealed record DependentSchema(int Trigger, Schema Schema);
