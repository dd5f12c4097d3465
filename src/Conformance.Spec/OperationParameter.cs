namespace Conformance.Spec;

/// <summary>A parameter of an operation outside its body.</summary>
/// <param name="Name">The name as in the source, case-sensitive.</param>
/// <param name="Location">Where it goes.</param>
/// <param name="Required">Whether a request without it is malformed.</param>
/// <param name="Since">The version that added it; null where the source has no such mark.</param>
/// <param name="Schema">The JSON Schema of its value, as JSON; null where the source has none.</param>
public sealed record OperationParameter(
    string Name, ParameterLocation Location, bool Required, SpecVersion? Since = null, string? Schema = null);
