namespace Conformance.Mutation.Wire;

/// <summary>Answers a request, with the help of the next filter or without.</summary>
/// <param name="request">The request.</param>
/// <param name="next">The next filter, or the server.</param>
/// <param name="cancellationToken">Cancels the wait.</param>
public delegate Task<WireAnswer> WireFilter(
    WireRequest request, Func<WireRequest, Task<WireAnswer>> next, CancellationToken cancellationToken);

/// <summary>A layer between a client and a homeserver, on the wire.</summary>
public sealed record WireLayer
{
    /// <summary>The filter around every request.</summary>
    public WireFilter Filter { get; init; } = (request, next, _) => next(request);

    /// <summary>Takes a connection over before anything is read from it; null to read requests.</summary>
    public Func<WireConnection, CancellationToken, Task>? Connected { get; init; }

    /// <summary>A layer that changes every answer.</summary>
    public static WireLayer Answers(Func<WireAnswer, WireAnswer> change) => Answers((answer, _) => change(answer));

    /// <summary>A layer that changes every answer, depending on the request.</summary>
    public static WireLayer Answers(Func<WireAnswer, WireRequest, WireAnswer> change) =>
        new() { Filter = async (request, next, _) => change(await next(request), request) };

    /// <summary>A layer that changes the answers of some operations.</summary>
    /// <param name="operationIds">Their ids, separated by spaces.</param>
    /// <param name="change">Makes the other answer.</param>
    public static WireLayer Answers(string operationIds, Func<WireAnswer, WireAnswer> change)
    {
        ArgumentNullException.ThrowIfNull(operationIds);
        var operations = operationIds.Split(' ');
        return Answers((answer, request) => operations.Contains(request.OperationId) ? change(answer) : answer);
    }

    /// <summary>A layer that answers without the server; null leaves the request to the server.</summary>
    public static WireLayer Instead(Func<WireRequest, WireAnswer?> answer) =>
        new() { Filter = async (request, next, _) => answer(request) ?? await next(request) };

    /// <summary>A layer that changes requests before the server gets them.</summary>
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
