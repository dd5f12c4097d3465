namespace Conformance.JsonSchema.Model;

/// <summary>The vocabularies of 2020-12 that take part in validation. Core always does; annotations are not collected.</summary>
[Flags]
internal enum Vocabularies
{
    None = 0,
    Applicator = 1,
    Unevaluated = 2,
    Validation = 4,
    FormatAnnotation = 8,
    FormatAssertion = 16,
    Standard = Applicator | Unevaluated | Validation | FormatAnnotation,
}
