namespace Conformance.Spec.Sources;

/// <summary>What a scalar is in YAML 1.2's core schema, which agrees with JSON.</summary>
internal enum ScalarKind
{
    String,
    Integer,
    Float,
    Boolean,
    Null,
}
