using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>An operation that uses user-interactive authentication, and may wait for other servers.</summary>
/// <param name="operationId">Its id in the manifest.</param>
/// <param name="engine">The engine.</param>
internal abstract class AsyncUiaOperation(string operationId, UiaEngine engine) : IOperationHandler, IUiaOperation
{
    /// <inheritdoc/>
    public string OperationId { get; } = operationId;

    /// <inheritdoc/>
    public virtual bool RepeatsResult => true;

    /// <inheritdoc/>
    public virtual Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
        engine.RunAsync(this, call, cancellationToken);

    /// <inheritdoc/>
    public abstract bool NeedsAuthentication(Call call);

    /// <inheritdoc/>
    public virtual void Check(Call call)
    {
    }

    /// <inheritdoc/>
    public abstract Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken);
}
