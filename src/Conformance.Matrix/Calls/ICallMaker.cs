using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Calls;

/// <summary>Makes the calls of a scenario; each is recorded and judged. This is all that steps, stages and flows need to talk to the
/// homeserver.</summary>
public interface ICallMaker
{
    /// <summary>Calls an operation once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Verdicts.SuiteErrorException">The request breaks its own schema and is not meant to.</exception>
    Task<Exchange> CallAsync(OperationCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken);

    /// <summary>Sends a request outside the manifest once; it is judged as far as it can be.</summary>
    /// <param name="call">The request.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Exchange> CallAsync(RawCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken);

    /// <summary>Records an exchange with one of the suite's own servers, for people to read. Nobody judges it.</summary>
    /// <param name="exchange">The exchange.</param>
    void Note(Exchange exchange);
}
