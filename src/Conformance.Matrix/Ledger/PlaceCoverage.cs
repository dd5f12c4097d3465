namespace Conformance.Matrix.Ledger;

/// <summary>Documented places of one kind, and which of them the answers of a run had. Both lists are in the order of the schema.</summary>
/// <param name="Seen">Those that an answer had.</param>
/// <param name="Unseen">Those that none had.</param>
public sealed record PlaceCoverage(IReadOnlyList<string> Seen, IReadOnlyList<string> Unseen)
{
    /// <summary>How many there are.</summary>
    public int Total => Seen.Count + Unseen.Count;
}
