using Conformance.Spec;

namespace Conformance.Cli.Verbs;

/// <summary>Says in words what a requirement's fields mean.</summary>
internal static class RequirementWords
{
    public static string Of(RequirementLevel level) => level switch
    {
        RequirementLevel.Must => "MUST",
        RequirementLevel.MustNot => "MUST NOT",
        RequirementLevel.Should => "SHOULD",
        RequirementLevel.May => "MAY",
        _ => "schema",
    };

    public static string Of(RequirementBasis basis) => basis switch
    {
        RequirementBasis.Explicit => "stated with a capitalised keyword of RFC 2119",
        RequirementBasis.Lowercase => "stated with \"must\" or \"should\" in lower case",
        RequirementBasis.Indicative => "stated as plain fact",
        RequirementBasis.Derived => "follows from the text without being stated; a violation is a warning",
        _ => "the schema of the OpenAPI source",
    };

    public static string Of(Testability testability) => testability switch
    {
        Testability.Yes => "yes",
        Testability.Partly => "partly",
        _ => "no",
    };
}
