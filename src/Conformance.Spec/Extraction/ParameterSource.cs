using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>A parameter as its source has it.</summary>
/// <param name="Parameter">What goes into the manifest, without its schema.</param>
/// <param name="Schema">Where the schema of its value stands; null where there is none.</param>
internal sealed record ParameterSource(OperationParameter Parameter, SourceNode? Schema);
