namespace Conformance.Spec.Requirements;

/// <summary>The words that the catalogue's files use.</summary>
internal static class RequirementVocabulary
{
    public static IReadOnlyList<string> FileFields { get; } = ["area", "title", "requirements"];

    public static IReadOnlyList<string> Fields { get; } =
        [
        "id", "level", "basis", "stake", "endpoint", "operationId", "source", "since", "text", "observe", "needs", "testable", "why",
        "open", "note",
    ];

    public static IReadOnlyList<string> SourceFields { get; } = ["file", "pointer", "heading", "anchor"];

    public static IReadOnlyDictionary<string, RequirementLevel> Levels { get; } =
        new Dictionary<string, RequirementLevel>(StringComparer.Ordinal)
        {
            ["MUST"] = RequirementLevel.Must,
            ["MUST NOT"] = RequirementLevel.MustNot,
            ["SHOULD"] = RequirementLevel.Should,
            ["MAY"] = RequirementLevel.May,
            ["schema"] = RequirementLevel.Schema,
        };

    public static IReadOnlyDictionary<string, RequirementBasis> Bases { get; } =
        new Dictionary<string, RequirementBasis>(StringComparer.Ordinal)
        {
            ["explicit"] = RequirementBasis.Explicit,
            ["lowercase"] = RequirementBasis.Lowercase,
            ["indicative"] = RequirementBasis.Indicative,
            ["derived"] = RequirementBasis.Derived,
            ["schema"] = RequirementBasis.Schema,
        };

    public static IReadOnlyDictionary<string, RequirementStake> Stakes { get; } =
        new Dictionary<string, RequirementStake>(StringComparer.Ordinal)
        {
            ["account"] = RequirementStake.Account,
            ["data"] = RequirementStake.Data,
            ["service"] = RequirementStake.Service,
            ["behaviour"] = RequirementStake.Behaviour,
            ["form"] = RequirementStake.Form,
        };

    public static IReadOnlyDictionary<string, Testability> Testabilities { get; } =
        new Dictionary<string, Testability>(StringComparer.Ordinal)
        {
            ["yes"] = Testability.Yes,
            ["partly"] = Testability.Partly,
            ["no"] = Testability.No,
        };
}
