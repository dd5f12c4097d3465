using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Ledger;

/// <summary>A finding that the ledger keeps once, however often it was made.</summary>
/// <param name="Finding">The finding, as first made.</param>
/// <param name="Count">How often it was made.</param>
/// <param name="Example">The exchange in which it was first made.</param>
public sealed record LedgerFinding(Finding Finding, int Count, Exchange Example);
