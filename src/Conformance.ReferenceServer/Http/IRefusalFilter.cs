namespace Conformance.ReferenceServer.Http;

/// <summary>Stands around the making of an error response, wherever the request was refused. The conforming server has none.</summary>
internal interface IRefusalFilter
{
    /// <summary>Makes the response.</summary>
    /// <param name="refused">What was refused, and why.</param>
    /// <param name="next">Makes the response that the specification wants; or the next filter.</param>
    Reply Answer(Refused refused, Func<Refused, Reply> next);
}
