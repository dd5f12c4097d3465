namespace Conformance.Spec.Extraction;

/// <summary>What an extraction has written.</summary>
/// <param name="Version">The version of the specification.</param>
/// <param name="Commit">The commit of the sources; null if unknown.</param>
/// <param name="Directory">The folder of the version.</param>
/// <param name="Operations">The number of operations, by API.</param>
/// <param name="Responses">The number of documented responses.</param>
/// <param name="ResponseSchemas">The number of schemas of responses.</param>
/// <param name="RequestSchemas">The number of schemas of request bodies.</param>
/// <param name="EventSchemas">The number of schemas of events.</param>
/// <param name="Notices">The harmless faults of the sources, such as a key that stands twice in one map.</param>
public sealed record ExtractionSummary(
    SpecVersion Version,
    string? Commit,
    string Directory,
    IReadOnlyDictionary<string, int> Operations,
    int Responses,
    int ResponseSchemas,
    int RequestSchemas,
    int EventSchemas,
    IReadOnlyList<SpecError> Notices);
