using Conformance.ReferenceServer.Http;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Fallback;

/// <summary>The web pages of the policies.</summary>
internal class PolicyPages(Policies policies)
{
    /// <summary>The route of the pages.</summary>
    public IEnumerable<Route> Routes =>
    [
        new Route("policyPage", "GET", Policies.PathPrefix + "{id}/{version}/{language}", Authentication.None, TakesJson: false, (call, _) => Task.FromResult(Show(call))),
    ];

    private Reply Show(Call call) =>
        policies.All.FirstOrDefault(policy => policy.Id == call.PathParameters["id"]
            && policy.Version == call.PathParameters["version"]
            && policy.Language == call.PathParameters["language"]) is { } found
            ? Reply.OfHtml(200, Html.Document(found))
            : throw MatrixException.NotFound("There is no such document.");
}
