using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>The policy documents that new users accept (<c>definitions/m.login.terms_params.yaml</c>).</summary>
internal sealed class Policies(HomeserverAddress address)
{
    /// <summary>The path under which they are served; no part of the Matrix API.</summary>
    public const string PathPrefix = "/policies/";

    /// <summary>Every policy.</summary>
    public IReadOnlyList<Policy> All { get; } =
    [
        new Policy("terms_of_service", "1.0", "en", "Terms of service",
            "This homeserver keeps everything in memory and forgets it when it stops."),
    ];

    /// <summary>Where a policy can be read.</summary>
    public string Url(Policy policy) => $"{address.Text}{PathPrefix}{policy.Id}/{policy.Version}/{policy.Language}";

    /// <summary>The member <c>policies</c> of the parameters.</summary>
    public JsonObject Write()
    {
        var policies = new JsonObject();
        foreach (var policy in All)
        {
            policies[policy.Id] = new JsonObject
            {
                ["version"] = policy.Version,
                [policy.Language] = new JsonObject { ["name"] = policy.Name, ["url"] = Url(policy) },
            };
        }

        return policies;
    }
}
