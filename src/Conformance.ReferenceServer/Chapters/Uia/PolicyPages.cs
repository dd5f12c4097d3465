using System.Net;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>The web pages of the policies.</summary>
internal sealed class PolicyPages(Policies policies) : IRouteSource
{
    /// <inheritdoc/>
    public IEnumerable<Route> Routes =>
    [
        new Route("policyPage", "GET", Policies.PathPrefix + "{id}/{version}/{language}", Authentication.None, TakesJson: false,
            (call, _) => Task.FromResult(Show(call))),
    ];

    private Reply Show(Call call) =>
        policies.All.FirstOrDefault(policy => policy.Id == call.PathParameters["id"]
            && policy.Version == call.PathParameters["version"]
            && policy.Language == call.PathParameters["language"]) is { } found
            ? Reply.OfHtml(200, Document(found))
            : throw MatrixException.NotFound("There is no such document.");

    private static string Document(Policy policy) => Html.Page(policy.Name, $"""
        <h1>{WebUtility.HtmlEncode(policy.Name)}</h1>
        <p>Version {WebUtility.HtmlEncode(policy.Version)}</p>
        <p>{WebUtility.HtmlEncode(policy.Text)}</p>
        """);
}
