using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>An operation that waits for nothing.</summary>
/// <param name="operationId">Its id in the manifest.</param>
internal abstract class SimpleOperation(string operationId) : IOperationHandler
{
    /// <inheritdoc/>
    public string OperationId { get; } = operationId;

    /// <inheritdoc/>
    public virtual string Api => IOperationHandler.ClientServerApi;

    /// <inheritdoc/>
    public Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) => Task.FromResult(Answer(call));

    /// <summary>Answers a call.</summary>
    protected abstract Reply Answer(Call call);
}
