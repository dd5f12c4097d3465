using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Faults of single sign-on.</summary>
internal static class SignOnFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("anybody-passes-the-sign-on-stage", "UIT-08", "Whoever signs on completes the stage of somebody else.",
            Rule<SignOnRules>(rules => rules with { CompletesStage = (_, _) => true })),
        new("every-sign-on-is-a-new-user", "SSO-10", "An identity of the provider is another user each time.",
            Rule<SignOnRules>(rules => rules with { IdentitiesAreKept = false })),
        new("identity-provider-id-is-a-name", "LOG-07", "The ID of an identity provider is a name with spaces.",
            Answer("getLoginFlows", body => EachProvider(body, provider => provider["id"] = provider["name"]!.DeepClone()))),
        new("identity-provider-without-name", "LOG-06", "An identity provider is listed without its name.",
            Answer("getLoginFlows", body => EachProvider(body, provider => provider.Remove("name")))),
        new("old-login-token-stays", "SSO-07", "A login token that the URL to return to has already stays in it.",
            Rule<SignOnRules>(rules => rules with { KeepsParameter = _ => true })),
        new("sign-on-needs-no-return-url", "SSO-02", "Without a URL to return to the browser is sent to the provider all the same.",
            Request("redirectToSSO redirectToIdP", call =>
                call.Target.Query("redirectUrl") is null ? call with { Target = RequestTarget.Parse("/?redirectUrl=about:blank") } : call)),
        new("sign-on-stage-does-not-count", "UIT-07", "A stage that single sign-on completes is not complete.",
            Rule<UiaRules>(rules => rules with { CompletedOnPages = type => type != StageTypes.SingleSignOn })),
        new("sign-on-stage-page-tells-nobody", "SSO-15",
            "The page after single sign-on for a stage does not tell the client that it is done.",
            Response("signOnCallback", reply =>
                Encoding.UTF8.GetString(reply.Body.Span).Contains("onAuthDone") ? Reply.OfHtml(200, "<p>Signed on.</p>") : reply)),
        new("sign-on-token-logs-nobody-in", "SSO-08", "The login token of a single sign-on is not one that a login accepts.",
            Response("signOnCallback signOnConfirmation", WithAnotherToken)),
        new("unknown-provider-is-taken", "SSO-04", "An identity provider that does not exist leads to the one that does.",
            Request("redirectToIdP", call => call with { PathParameters = new Dictionary<string, string> { ["idpId"] = "cas" } })),
        new("browser-is-sent-nowhere", "SSO-01", "The browser that signs on is answered with 404.",
            Response("redirectToSSO", _ => Reply.OfHtml(404, Html.Notice("Not found", "There is no such page.")))),
    ];

    private static void EachProvider(JsonObject body, Action<JsonObject> change)
    {
        foreach (var provider in body["flows"]!.AsArray().SelectMany(flow => flow!["identity_providers"]?.AsArray() ?? []))
        {
            change(provider!.AsObject());
        }
    }

    private static Reply WithAnotherToken(Reply reply) => !reply.Headers.TryGetValue("Location", out var location) ? reply : reply with
    {
        Headers = new Dictionary<string, string>(
            reply.Headers)
        { ["Location"] = Regex.Replace(location, "loginToken=[^&#]*", "loginToken=unknown") },
    };
}
