using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.SingleSignOn;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Http;

/// <summary>Finds what answers a request. Methods and paths of operations come from the manifest; nothing here knows one.</summary>
internal class RouteTable
{
    private readonly IReadOnlyList<Route> _routes;

    /// <summary>Makes it.</summary>
    /// <param name="operations">The operations of the specification.</param>
    /// <param name="handlers">Those that are served; one which the specification's version does not have is left out.</param>
    /// <param name="served">Which of them, and which pages, the options leave in.</param>
    /// <param name="fallbackPages">The pages of authentication stages.</param>
    /// <param name="policyPages">The pages of policies.</param>
    /// <param name="loginPage">The page to log in on.</param>
    /// <param name="signOnPages">The pages of single sign-on.</param>
    /// <param name="validationPages">Where validation tokens are handed in.</param>
    public RouteTable(
        IReadOnlyList<Operation> operations, IEnumerable<IOperationHandler> handlers, ServedOperations served, FallbackPages fallbackPages,
        PolicyPages policyPages, LoginPage loginPage, SignOnPages signOnPages, ValidationPages validationPages)
    {
        // Operations of different APIs may have the same id.
        var byId = operations.ToDictionary(operation => (operation.Api, operation.Id));
        _routes =
        [
            .. handlers
                .Where(handler => byId.ContainsKey((handler.Api, handler.OperationId)))
                .Select(handler => RouteOf(byId[(handler.Api, handler.OperationId)], handler))
                .Concat(fallbackPages.Routes)
                .Concat(policyPages.Routes)
                .Concat(loginPage.Routes)
                .Concat(signOnPages.Routes)
                .Concat(validationPages.Routes)
                .Where(route => served.Include(route.OperationId))
                .OrderBy(route => route.ParameterCount),
        ];
    }

    /// <summary>What answers a method and path, with the path's parameters.</summary>
    /// <exception cref="MatrixException"><c>M_UNRECOGNIZED</c>: 404 for an unknown path, 405 for a method that a known path does not have.</exception>
    public virtual (Route Route, IReadOnlyDictionary<string, string> Parameters) Find(string method, RequestTarget target)
    {
        var methods = new List<string>();
        foreach (var route in _routes)
        {
            if (route.Match(target.Segments) is not { } parameters)
            {
                continue;
            }

            if (route.Method == method)
            {
                return (route, parameters);
            }

            methods.Add(route.Method);
        }

        throw methods.Count == 0
            ? new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.")
            : new MatrixException(405, ErrorCodes.Unrecognized, "The endpoint does not have this method.")
            {
                Headers = new Dictionary<string, string> { ["Allow"] = string.Join(", ", methods.Append("OPTIONS")) },
            };
    }

    private static Route RouteOf(Operation operation, IOperationHandler handler) => new(
        operation.Id, operation.Method, operation.Path, operation.Authentication, operation.Request is not null, handler.HandleAsync);
}
