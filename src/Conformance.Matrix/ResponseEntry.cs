namespace Conformance.Matrix;

/// <summary>What a run saw of one kind of response.</summary>
/// <param name="OperationId">The operation.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Documented">Whether the specification documents this status for the operation.</param>
/// <param name="Count">How often it was seen.</param>
/// <param name="Findings">What the judge found in it, each kind once, in the order first seen.</param>
public sealed record ResponseEntry(string OperationId, int Status, bool Documented, int Count, IReadOnlyList<LedgerFinding> Findings);
