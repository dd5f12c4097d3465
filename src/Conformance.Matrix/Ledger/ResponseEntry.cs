namespace Conformance.Matrix.Ledger;

/// <summary>What a run saw of one kind of response.</summary>
/// <param name="OperationId">The operation, or a name of <see cref="OutsideManifest"/>.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Documented">Whether the specification documents this status for the operation.</param>
/// <param name="Count">How often it was seen.</param>
/// <param name="Findings">What the judge found in it, each kind once, in the order first seen.</param>
public sealed record ResponseEntry(string OperationId, int Status, bool Documented, int Count, IReadOnlyList<LedgerFinding> Findings)
{
    /// <summary>The status as the specification writes it (<c>200</c>, <c>4XX</c>); null if it documents none.</summary>
    public string? DocumentedAs { get; init; }

    /// <summary>
    /// Of a 5xx that is not documented: whether it came from a server that had nothing else to do, in a scenario that was tried once more,
    /// alone. If not, all <see cref="Findings"/> are notes. Null for every other status.
    /// </summary>
    public bool? CameAgain { get; init; }

    /// <summary>
    /// How much of the schema was exercised; null if there is no schema or nobody counts. Statuses of the same documented response
    /// (<c>4XX</c>) have it together.
    /// </summary>
    public SchemaCoverage? Coverage { get; init; }
}
