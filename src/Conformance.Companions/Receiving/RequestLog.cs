using Conformance.Companions.Web;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Receiving;

/// <summary>Keeps the requests that homeservers make by an API of the specification.</summary>
internal sealed class RequestLog : ICompanionRequests
{
    private readonly Arrivals<CompanionRequest> _requests = new();

    /// <inheritdoc/>
    public IReadOnlyList<CompanionRequest> All => _requests.All;

    /// <summary>Adds a request, unless it is the suite's own: as a client it submits tokens and opens links.</summary>
    /// <param name="api">The API, as the manifest names it.</param>
    /// <param name="call">The request.</param>
    public void Add(string api, WebCall call)
    {
        if (call.Header("User-Agent") != MatrixClient.UserAgent)
            _requests.Add(new CompanionRequest(api, call.Method, call.Path, call.QueryParameters, call.Body));
    }
}
