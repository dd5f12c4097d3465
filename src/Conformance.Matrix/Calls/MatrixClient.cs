using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Matrix.Calls;

/// <summary>Sends calls to the homeserver under test. One per run; safe to use from many scenarios at once.</summary>
public sealed class MatrixClient : IDisposable
{
    /// <summary>What the suite calls itself in the header <c>User-Agent</c> of every request.</summary>
    public const string UserAgent = "Conformance";

    private readonly HttpTransport _transport;
    private readonly RequestBuilder _builder;
    private readonly RateLimit _rateLimit;

    /// <summary>Makes a client.</summary>
    /// <param name="options">How to reach the server.</param>
    /// <param name="specification">The specification with whose request schemas the suite checks its own requests.</param>
    /// <param name="underTest">The version under test.</param>
    /// <param name="redactor">Learns the secrets that pass.</param>
    /// <exception cref="Verdicts.SuiteErrorException">The CA file cannot be read.</exception>
    public MatrixClient(MatrixClientOptions options, Specification specification, SpecVersion underTest, Redactor redactor)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(specification);
        ArgumentNullException.ThrowIfNull(redactor);
        _builder = new RequestBuilder(options.BaseUrl, specification, underTest, redactor);
        _transport = new HttpTransport(options, redactor);
        _rateLimit = new RateLimit(options.RateLimitDeadline);
    }

    /// <summary>Calls an operation. A server that does not answer gives an exchange with <see cref="Exchange.TransportFailure"/>, no
    /// exception.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exchange, not yet judged.</returns>
    /// <exception cref="Verdicts.SuiteErrorException">The request breaks the operation's request schema, or lacks something, and is not
    /// meant to.</exception>
    public Task<Exchange> SendAsync(OperationCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken) =>
        SendAsync(call, caller, role, null, cancellationToken);

    /// <summary>Calls an operation, and also passes on the 429 answers that it waited for.</summary>
    /// <param name="call">The call.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="rateLimited">Receives each 429 that it waited for; null for nobody.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exchange, not yet judged.</returns>
    /// <exception cref="Verdicts.SuiteErrorException">The request breaks the operation's request schema, or lacks something, and is not
    /// meant to.</exception>
    public Task<Exchange> SendAsync(
        OperationCall call, Caller caller, ExchangeRole role, Action<Exchange>? rateLimited, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        var request = _builder.Build(call, caller);
        return SendAsync(new Outgoing(request, call.Operation, caller, role, call.ObeyRateLimit), rateLimited, cancellationToken);
    }

    /// <summary>Sends a request outside the manifest.</summary>
    /// <param name="call">The request.</param>
    /// <param name="caller">Who makes it.</param>
    /// <param name="role">Why it is made.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The exchange, not yet judged; its operation is null.</returns>
    public Task<Exchange> SendAsync(RawCall call, Caller caller, ExchangeRole role, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        var request = _builder.Build(call, caller);
        return SendAsync(new Outgoing(request, null, caller, role, call.ObeyRateLimit), null, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private Task<Exchange> SendAsync(Outgoing outgoing, Action<Exchange>? rateLimited, CancellationToken cancellationToken) =>
        outgoing.ObeyRateLimit
            ? _rateLimit.ObeyAsync(token => _transport.SendAsync(outgoing, token), rateLimited, cancellationToken)
            : _transport.SendAsync(outgoing, cancellationToken);
}
