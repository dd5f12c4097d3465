using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>An operation that uses user-interactive authentication, and waits for nothing.</summary>
/// <param name="operationId">Its id in the manifest.</param>
/// <param name="engine">The engine.</param>
internal abstract class UiaOperation(string operationId, UiaEngine engine) : AsyncUiaOperation(operationId, engine)
{
    /// <inheritdoc/>
    public sealed override Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken) =>
        Task.FromResult(Perform(call, authenticated));

    /// <summary>Performs the call.</summary>
    protected abstract Reply Perform(Call call, Account? authenticated);
}
