namespace Conformance.Matrix.Ledger;

/// <summary>How much of a documented response's schema the answers of a run exercised.</summary>
/// <param name="Members">Members and elements of lists, as JSON Pointers with <c>*</c> for any element and any member without a name of its
/// own.</param>
/// <param name="Branches">Alternatives and values of enumerations.</param>
public sealed record SchemaCoverage(PlaceCoverage Members, PlaceCoverage Branches);
