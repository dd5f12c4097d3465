using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;

namespace Conformance.Homeservers.Discovery;

/// <summary>The calls of a survey. Nobody judges them: the scenarios look at the same operations.</summary>
/// <param name="client">Sends them.</param>
internal sealed class SurveyCalls(MatrixClient client) : ICallMaker
{
    /// <inheritdoc/>
    public Task<Exchange> CallAsync(OperationCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken) =>
        client.SendAsync(call, caller, role, cancellationToken);

    /// <inheritdoc/>
    public Task<Exchange> CallAsync(RawCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken) =>
        client.SendAsync(call, caller, role, cancellationToken);

    /// <summary>Nothing is recorded.</summary>
    public void Note(Exchange exchange)
    {
    }
}
