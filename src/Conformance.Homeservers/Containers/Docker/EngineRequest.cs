using System.Net;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>A call of the engine's API.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Path">Its path and query, without the API's version.</param>
/// <param name="Purpose">What it is for, to complete "could not ...".</param>
internal sealed record EngineRequest(HttpMethod Method, string Path, string Purpose)
{
    /// <summary>The body, if there is one.</summary>
    public HttpContent? Content { get; init; }

    /// <summary>Statuses above 299 that are an answer, not an error.</summary>
    public IReadOnlyList<HttpStatusCode> Expected { get; init; } = [];
}
