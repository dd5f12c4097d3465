namespace Conformance.ReferenceServer.Http;

/// <summary>An operation that waits for nothing.</summary>
/// <param name="operationId">Its id in the manifest.</param>
/// <param name="api">The API that it belongs to.</param>
internal abstract class SimpleOperation(string operationId, string api = IOperationHandler.ClientServerApi) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId { get; } = operationId;

    /// <inheritdoc/>
    public string Api { get; } = api;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) => Task.FromResult(Answer(call));

    /// <summary>Answers a call.</summary>
    protected abstract Reply Answer(Call call);
}
