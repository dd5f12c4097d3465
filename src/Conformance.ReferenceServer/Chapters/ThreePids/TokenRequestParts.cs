namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>The parts that decide on requests for validation tokens.</summary>
/// <param name="Policy">Which identifiers are taken.</param>
/// <param name="Identifiers">The identifiers of accounts.</param>
/// <param name="Validations">Validates identifiers, one for each medium.</param>
/// <param name="Rules">What the specification lays down about identifiers.</param>
internal sealed record TokenRequestParts(
    IdentifierPolicy Policy,
    AccountIdentifiers Identifiers,
    IEnumerable<IValidation> Validations,
    ThreePidRules Rules);
