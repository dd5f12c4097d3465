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
        RequirementBasis.Derived => "follows from the text without being stated",
        _ => "the schema of the OpenAPI source",
    };

    public static string Of(RequirementStake stake) => stake switch
    {
        RequirementStake.Account => "account: an account or its secrets, for somebody else to take",
        RequirementStake.Data => "data: what is a person's own is lost or disclosed",
        RequirementStake.Service => "service: the server breaks, or does not offer what it should",
        RequirementStake.Behaviour => "behaviour: what the text demands the server to do",
        _ => "form: forms, codes and texts",
    };

    public static string Of(Testability testability) => testability switch
    {
        Testability.Yes => "yes",
        Testability.Partly => "partly",
        _ => "no",
    };
}
