using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>What became of a call that was carried through one of the flows offered.</summary>
/// <param name="Flow">The flow; null where the call was not challenged.</param>
/// <param name="Exchange">The last exchange; null where there is none to show.</param>
public sealed record FlowOutcome(IReadOnlyList<StageType>? Flow, Exchange? Exchange)
{
    /// <summary>What the server did not meet on the way; null where the flow came to its end.</summary>
    public Violation? Violation { get; init; }

    /// <summary>The flow as a report names it.</summary>
    public string Name => Flow is null ? "without a challenge" : string.Join(" and ", Flow);
}
