namespace Conformance.ReferenceServer.Http;

/// <summary>Has routes to serve.</summary>
internal interface IRouteSource
{
    /// <summary>The routes.</summary>
    IEnumerable<Route> Routes { get; }
}
