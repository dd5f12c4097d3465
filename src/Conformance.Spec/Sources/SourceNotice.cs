namespace Conformance.Spec.Sources;

/// <summary>Something wrong with a file that does not make it unusable.</summary>
/// <param name="IsDuplicateKey">Whether a key stands in one map twice; else it is YAML that only some parsers accept.</param>
/// <param name="Error">What, and where.</param>
internal sealed record SourceNotice(bool IsDuplicateKey, SpecError Error)
{
    /// <summary>The notice of a key that stands in one map twice.</summary>
    public static SourceNotice DuplicateKey(SourceScalar key) => new(
        true,
        key.Error($"the key \"{key.Text}\" is in one map twice, and the second was ignored; keep only one", withPointer: false));
}
