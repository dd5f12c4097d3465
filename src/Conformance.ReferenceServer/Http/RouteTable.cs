using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>Finds the handler of a request. Methods and paths of operations come from the manifest; the code names none.</summary>
internal sealed class RouteTable
{
    private readonly IReadOnlyList<Route> _routes;

    /// <summary>Makes the table.</summary>
    /// <param name="sources">Where the routes come from: the operations and the pages.</param>
    /// <param name="served">The operations that the options leave in.</param>
    /// <param name="filters">The filters around the handlers, the innermost first.</param>
    public RouteTable(IEnumerable<IRouteSource> sources, ServedOperations served, IEnumerable<ICallFilter> filters)
    {
        _routes =
        [
            .. sources
                .SelectMany(source => source.Routes)
                .Where(route => served.Include(route.OperationId))
                .Select(route => filters.Aggregate(route, Filtered))
                .OrderBy(route => route.ParameterCount),
        ];
    }

    /// <summary>The handler of a method and path, with the path's parameters.</summary>
    /// <exception cref="MatrixException"><c>M_UNRECOGNIZED</c>: 404 for an unknown path, 405 for a method that a known path does not
    /// have.</exception>
    public (Route Route, IReadOnlyDictionary<string, string> Parameters) Find(string method, RequestTarget target)
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

    private static Route Filtered(Route route, ICallFilter filter) => route with
    {
        HandleAsync = (call, cancellationToken) => filter.AnswerAsync(call, inner => route.HandleAsync(inner, cancellationToken)),
    };
}
