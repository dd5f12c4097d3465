using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.Mutation.Wire;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.Mutation.Variations;

/// <summary>Servers that offer more, less or something else than the reference homeserver; the suite has to find out what.</summary>
internal static class OfferVariations
{
    // A proper body for the first request of each operation, which the homeserver challenges.
    private static readonly Dictionary<string, JsonObject> ProperBodies = new(StringComparer.Ordinal)
    {
        ["deleteDevice"] = [],
        ["deleteDevices"] = new JsonObject { ["devices"] = new JsonArray() },
        ["changePassword"] = new JsonObject { ["new_password"] = "a long and winding password" },
        ["deactivateAccount"] = [],
        ["add3PID"] = new JsonObject { ["client_secret"] = "secret", ["sid"] = "sid" },
    };

    /// <summary>Every variation of this kind.</summary>
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
                flows.Add(new JsonObject { ["stages"] = new JsonArray("m.login.dummy", "org.example.retina") });
            })),
            IsDiscovered = true,
            Filters = Selections.Stages,
        },
        new("a-stage-alone-or-with-others", "The first stage of the only longer flow of a registration is a flow of its own.")
        {
            Server = new Variant(Rule<UiaRules>(rules => rules with
            {
                Offered = (id, flows) => id == "register" && flows.Count > 1
                    ? [[StageTypes.Terms], [StageTypes.Terms, StageTypes.Dummy]]
                    : flows,
            })),
            IsDiscovered = true,
            Filters = Selections.Stages,
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
            Filters = ["features/registration/", "features/whoami/", "features/deactivation/"],
        },
        new("no-refresh-tokens", "Refresh tokens are not given, and no token expires.")
        {
            Layer = () => WireLayer.Requests(request =>
                    request.OperationId is "register" or "login" && request.Json is { } body && body.Remove("refresh_token")
                        ? request.With(body)
                        : request),
            IsDiscovered = true,
            Filters = Selections.Tokens,
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
            Filters = ["features/login-token/", "features/login/"],
        },
        new("single-sign-on-only", "Nobody can register, or log in with a password: single sign-on is the only way in.")
        {
            Layer = () => WireLayer.Instead(request => request.OperationId switch
                {
                    "register" when request.Json?["type"] is null => WireAnswer.OfError(403, "M_FORBIDDEN", "Registration is closed."),
                    "registrationTokenValidity" => WireAnswer.OfError(403, "M_FORBIDDEN", "Registration is closed."),
                    "login" when $"{request.Json?["type"]}" == "m.login.password" =>
                        WireAnswer.OfError(400, "M_UNKNOWN", "There is no such way to log in."),
                    _ => null,
                })
                .Inside(WireLayer.Answers("getLoginFlows", answer => answer.Changed(body =>
                {
                    if (body["flows"] is JsonArray flows)
                        body["flows"] = new JsonArray([.. flows.Where(flow => $"{flow?["type"]}" != "m.login.password").Select(flow => flow?.DeepClone())]);
                }))),
            IsDiscovered = true,
            Declares = [Need.SsoProvider, Need.Browser],
            Filters = ["features/sso/", "features/login/", "features/api-standards/", "features/whoami/", "features/registration/"],
        },
        SwitchedOff("password-changes-off", "m.change_password", ["changePassword"], "features/password/"),
        SwitchedOff(
            "third-party-changes-off",
            "m.3pid_changes",
            ["add3PID", "post3PIDs", "bind3PID", "unbind3pidFromAccount", "delete3pidFromAccount", "requestTokenTo3PIDEmail",
                "requestTokenTo3PIDMSISDN"],
            "features/contact-3pid/"),
        new("challenge-before-the-body", "User-interactive authentication challenges before it reads the body.")
        {
            Layer = () => ChallengeFirst(),
            Filters = [.. Selections.Stages, "features/devices/", "features/password/", "features/deactivation/", "features/contact-3pid/"],
        },
    ];

    private static Variation SwitchedOff(string name, string capability, string[] operations, string chapter) =>
        new(name, $"{capability} is not enabled, and its operations are forbidden.")
        {
            Layer = () => WireLayer.Instead(request => operations.Contains(request.OperationId, StringComparer.Ordinal)
                    ? WireAnswer.OfError(403, "M_FORBIDDEN", "This is not enabled.")
                    : null)
                .Inside(WireLayer.Answers("getCapabilities", answer => answer.Changed(body =>
                {
                    if (body["capabilities"] is JsonObject capabilities)
                        capabilities[capability] = new JsonObject { ["enabled"] = false };
                }))),
            IsDiscovered = true,
            Filters = [chapter],
        };

    private static Variation Claiming(string name, string description, params string[] versions) => new(name, description)
    {
        Layer = () => WireLayer.Answers("getVersions", answer => answer.Changed(body =>
            body["versions"] = new JsonArray([.. versions.Select(version => JsonValue.Create(version))]))),
        IsDiscovered = true,
        Filters = [.. Selections.EveryKind, "features/registration/"],
    };

    // What the body of a first request has, its form included, matters only once the stages are complete: a session that was begun for a
    // body that the homeserver would refuse is refused when a stage is answered.
    private static WireLayer ChallengeFirst()
    {
        var begun = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        return new WireLayer
        {
            Filter = async (request, next, _) =>
            {
                if (!ProperBodies.TryGetValue(request.OperationId, out var proper))
                    return await next(request);
                var auth = request.Json?["auth"] as JsonObject;
                if (auth?["session"] is JsonValue session && session.TryGetValue<string>(out var id) && begun.TryGetValue(id, out var body))
                    return await next(request with { Body = body });
                var answer = await next(request);
                if (answer.Status is not 400 || auth is not null)
                    return answer;
                var challenge = await next(request.With(proper));
                if (challenge.Json?["session"]?.GetValue<string>() is { } first)
                    begun[first] = request.Body;
                return challenge;
            },
        };
    }
}
