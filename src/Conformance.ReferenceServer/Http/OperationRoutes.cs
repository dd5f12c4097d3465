using Conformance.Spec;

namespace Conformance.ReferenceServer.Http;

/// <summary>The routes of the operations of the manifest that have a handler.</summary>
/// <param name="operations">The operations of the version.</param>
/// <param name="handlers">The handlers; those of operations that the version does not have are left out.</param>
internal sealed class OperationRoutes(IReadOnlyList<Operation> operations, IEnumerable<IOperationHandler> handlers) : IRouteSource
{
    /// <inheritdoc/>
    public IEnumerable<Route> Routes
    {
        get
        {
            // Operations of different APIs may have the same id.
            var byId = operations.ToDictionary(operation => (operation.Api, operation.Id));
            return handlers
                .Where(handler => byId.ContainsKey((handler.Api, handler.OperationId)))
                .Select(handler => RouteOf(byId[(handler.Api, handler.OperationId)], handler));
        }
    }

    private static Route RouteOf(Operation operation, IOperationHandler handler) => new(
        operation.Id, operation.Method, operation.Path, operation.Authentication, operation.Request is not null, handler.HandleAsync);
}
