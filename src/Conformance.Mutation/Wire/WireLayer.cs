namespace Conformance.Mutation.Wire;

/// <summary>Answers a request, by what lies behind or in another way.</summary>
/// <param name="request">The request.</param>
/// <param name="next">What lies behind: another filter, or the server.</param>
/// <param name="cancellationToken">Ends the wait.</param>
public delegate Task<WireAnswer> WireFilter(
    WireRequest request, Func<WireRequest, Task<WireAnswer>> next, CancellationToken cancellationToken);

/// <summary>What stands between a client and a homeserver, on the wire.</summary>
public sealed record WireLayer
{
    /// <summary>Stands around every request.</summary>
    public WireFilter Filter { get; init; } = (request, next, _) => next(request);

    /// <summary>Takes a connection over before anything is read from it; null to read requests.</summary>
    public Func<WireConnection, CancellationToken, Task>? Connected { get; init; }

    /// <summary>Other answers, whatever was asked.</summary>
    public static WireLayer Answers(Func<WireAnswer, WireAnswer> change) => Answers((answer, _) => change(answer));

    /// <summary>Other answers, which depend on the request.</summary>
    public static WireLayer Answers(Func<WireAnswer, WireRequest, WireAnswer> change) =>
        new() { Filter = async (request, next, _) => change(await next(request), request) };

    /// <summary>Other answers of some operations.</summary>
    /// <param name="operationIds">Their ids, separated by spaces.</param>
    /// <param name="change">Makes the other answer.</param>
    public static WireLayer Answers(string operationIds, Func<WireAnswer, WireAnswer> change)
    {
        ArgumentNullException.ThrowIfNull(operationIds);
        var operations = operationIds.Split(' ');
        return Answers((answer, request) => operations.Contains(request.OperationId) ? change(answer) : answer);
    }

    /// <summary>An answer without the server; null leaves the request to it.</summary>
    public static WireLayer Instead(Func<WireRequest, WireAnswer?> answer) =>
        new() { Filter = async (request, next, _) => answer(request) ?? await next(request) };

    /// <summary>Other requests in place of those that came.</summary>
    public static WireLayer Requests(Func<WireRequest, WireRequest> change) =>
        new() { Filter = (request, next, _) => next(change(request)) };

    /// <summary>This layer, and another one around it, nearer to the client.</summary>
    public WireLayer Inside(WireLayer outer)
    {
        ArgumentNullException.ThrowIfNull(outer);
        return new WireLayer
        {
            Filter = (request, next, token) => outer.Filter(request, inner => Filter(inner, next, token), token),
            Connected = outer.Connected ?? Connected,
        };
    }
}
