using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Scenarios;

/// <summary>A call on its way through user-interactive authentication, of which one request is kept back.</summary>
/// <param name="Call">The call, without <c>auth</c>.</param>
/// <param name="Request">The request that is kept back; null where the call ended before.</param>
/// <param name="Last">The last exchange so far.</param>
/// <param name="Challenge">The challenge that began it, with the flows to choose from; null where there was none.</param>
public sealed record HeldCall(OperationCall Call, OperationCall? Request, Exchange Last, UiaChallenge? Challenge = null);
