namespace Conformance.ReferenceServer.Http;

/// <summary>A source of routes.</summary>
internal interface IRouteSource
{
    /// <summary>The routes.</summary>
    IEnumerable<Route> Routes { get; }
}
