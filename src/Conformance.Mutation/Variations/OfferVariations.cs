using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Variations;

/// <summary>Servers that offer more, less or something else than the reference homeserver; the suite has to find out what.</summary>
internal static class OfferVariations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        new("discovered", "The suite asks the homeserver what it offers.") { IsDiscovered = true },
        new("more-flows", "Every challenge has flows beside the usual ones, the unknown ones first.")
        {
            Layer = () => WireLayer.Answers(answer => answer.Changed(body =>
            {
                if (body["flows"] is not JsonArray flows || answer.Status != 401)
                    return;
                flows.Insert(0, new JsonObject { ["stages"] = new JsonArray("org.example.retina", "m.login.dummy") });
                flows.Add(new JsonObject { ["stages"] = new JsonArray("m.login.terms", "org.example.retina") });
            })),
            IsDiscovered = true,
        },
        Claiming("old-versions", "Only an old version is claimed, beside historical ones.", "r0.0.1", "r0.6.1", "v1.1"),
        Claiming("newer-versions", "Versions are claimed that the suite does not know.", "v1.1", "v1.19", "v1.99", "v2.0", "org.example"),
        Claiming("versions-with-gaps", "The versions that are claimed have gaps and no order.", "v1.19", "v1.2", "r0.5.0", "v1.7"),
        Claiming("the-newest-version-alone", "The newest version alone is claimed.", "v1.19"),
        new("guests-refused", "Guests are refused.")
        {
            Layer = () => WireLayer.Instead(request =>
                request.OperationId == "register" && request.Target.Contains("kind=guest", StringComparison.Ordinal)
                    ? WireAnswer.OfError(403, "M_GUEST_ACCESS_FORBIDDEN", "Guests may not come in.")
                    : null),
            IsDiscovered = true,
        },
        new("no-refresh-tokens", "Refresh tokens are not given, and no token expires.")
        {
            Layer = () => WireLayer.Requests(request =>
                    request.OperationId is "register" or "login" && request.Json is { } body && body.Remove("refresh_token")
                        ? request.With(body)
                        : request),
            IsDiscovered = true,
        },
        new("no-login-tokens", "Login tokens for existing sessions are not given.")
        {
            Layer = () => WireLayer.Instead(request => request.OperationId is "generateLoginToken"
                    ? WireAnswer.OfError(404, "M_UNRECOGNIZED", "There is no such endpoint.")
                    : null)
                .Inside(WireLayer.Answers("getCapabilities", answer => answer.Changed(body =>
                {
                    if (body["capabilities"] is JsonObject capabilities)
                        capabilities["m.get_login_token"] = new JsonObject { ["enabled"] = false };
                })))
                .Inside(WireLayer.Answers("getLoginFlows", answer => answer.Changed(body =>
                {
                    foreach (var flow in body["flows"]?.AsArray().OfType<JsonObject>() ?? [])
                        flow.Remove("get_login_token");
                }))),
            IsDiscovered = true,
        },
        new("challenge-before-the-body", "User-interactive authentication challenges before it reads the body.")
        {
            Layer = () => ChallengeFirst(),
        },
    ];

    private static Variation Claiming(string name, string description, params string[] versions) => new(name, description)
    {
        Layer = () => WireLayer.Answers("getVersions", answer => answer.Changed(body =>
            body["versions"] = new JsonArray([.. versions.Select(version => JsonValue.Create(version))]))),
        IsDiscovered = true,
    };

    // What the body of a first request has, its form included, matters only once the stages are complete.
    private static WireLayer ChallengeFirst() => new()
    {
        Filter = async (request, next, _) =>
        {
            if (request.OperationId is not ("deleteDevice" or "deleteDevices" or "changePassword" or "deactivateAccount" or "add3PID")
                || request.Json is { } body && body.ContainsKey("auth"))
            {
                return await next(request);
            }

            var proper = request.OperationId switch
            {
                "deleteDevices" => new JsonObject { ["devices"] = new JsonArray() },
                "changePassword" => new JsonObject { ["new_password"] = "a long and winding password" },
                "add3PID" => new JsonObject { ["client_secret"] = "secret", ["sid"] = "sid" },
                _ => [],
            };
            var challenge = await next(request.With(request.Json ?? proper));
            return challenge.Status is 400 ? await next(request.With(proper)) : challenge;
        },
    };
}
