using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>Faults of user-interactive authentication.</summary>
internal static class UiaFaults
{
    private const string ButRegistrationAndDeletions = "add3PID changePassword deactivateAccount generateLoginToken uploadCrossSigningKeys";
    private const string ButRegistration = ButRegistrationAndDeletions + " deleteDevice deleteDevices";
    private const string Every = ButRegistration + " register";

    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("answer-without-session-crashes", "UIA-24", "Stage data without the session makes the server fail.",
            Request(Every, call =>
                AuthOf(call) is { Type: not null, Session: null } ? throw new InvalidOperationException("There is no session.") : call)),
        new("any-third-party-identifier-authenticates", "UIA-22",
            "The password stage is passed with any third-party identifier, whatever the password.",
            Passed(auth => Identifier(auth, "type") == IdentifierTypes.ThirdParty),
            Rule<UiaRules>(OpenToDummy)),
        new("challenge-flow-without-stages", "UIA-03", "Challenges have a flow without stages, but for registration.",
            Challenge(ButRegistration, body => body["flows"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = StageTypes.Password }))),
        new("challenge-offers-no-flow", "UIA-05", "Challenges have an empty list of flows, but for registration and deletions.",
            Challenge(ButRegistrationAndDeletions, body => (body["flows"], body["params"]) = (new JsonArray(), new JsonObject()))),
        new("challenge-parameters-are-an-array", "UIA-04", "The parameters in challenges are an array, but for registration.",
            Challenge(ButRegistration, body => body["params"] = new JsonArray())),
        new("challenge-without-flows", "UIA-02", "Challenges have no flows, but for registration and deletions.",
            Challenge(ButRegistrationAndDeletions, body => body.Remove("flows"))),
        new("completed-stage-is-not-listed", "UIA-06", "The challenge after a completed stage does not name it.",
            Challenge(Every, body => _ = !body.ContainsKey("errcode") && body.Remove("completed"))),
        new("dummy-registration-asks-no-authentication", "UIA-16", "Where m.login.dummy is enough, a registration without auth succeeds.",
            Rule<UiaRules>(rules => rules with
            {
                NeedsNoAuth = (id, flows) => id == "register" && flows.Any(flow => flow is [StageTypes.Dummy]),
            })),
        new("empty-name-authenticates", "UIA-22", "The password stage is passed without a name.",
            Passed(auth => Identifier(auth, "user") is ""),
            Rule<UiaRules>(OpenToDummy)),
        new("empty-password-authenticates", "UIA-11", "The password stage is passed with an empty password.",
            Passed(auth => auth["password"]?.ToString() is ""),
            Rule<UiaRules>(OpenToDummy)),
        new("failed-stage-ends-the-session", "UIA-12", "After a failed stage the session is not known any more.",
            Rule<UiaRules>(rules => rules with { SessionsSurviveFailure = false })),
        new("failed-stage-is-listed-as-completed", "UIA-11", "A failed stage is listed among the completed ones.",
            Challenge(Every, (body, call) => IfFailed(body, () => body["completed"]!.AsArray().Add(AuthOf(call)!.Type)))),
        new("failed-stage-is-plainly-forbidden", "UIA-10", "A failed stage is answered with 403 and no challenge.",
            Response(Every, reply => IsFailure(reply) ? Reply.OfJson(403, OnlyTheError(reply)) : reply)),
        new("fallback-page-has-no-form", "UIT-22", "The fallback page of a stage has nothing to perform it with.",
            Response("fallbackPage", reply =>
                Reply.OfHtml(reply.Status, "<!DOCTYPE html><title>Authentication</title><p>Ask your administrator.</p>"))),
        new("finished-flow-is-challenged-again", "UIA-07",
            "With every stage complete comes another challenge, but for registration and deletions.",
            Response(ButRegistrationAndDeletions, (reply, call) =>
                reply.Status == 200 && call.Body.Has("auth") ? Challenged(call) : reply)),
        new("finished-session-can-be-replayed", "UIA-21", "A finished session authorises the operation once more, on other targets too.",
            Rule<UiaRules>(rules => rules with
            {
                Authorises = (session, binding) => session.Binding == (session.Result is null
                    ? binding
                    : binding with { Parameters = session.Binding.Parameters }),
                SessionsEndWithTheirCall = false,
            })),
        new("flows-shrink-after-a-stage", "UIA-06", "The challenge after a completed stage has only the flows that begin with it.",
            Challenge(Every, LeavingOut)),
        new("missing-token-is-challenged", "UIA-23", "An operation that needs an access token is challenged when none is sent.",
            EveryRefusal(ErrorCodes.MissingToken, (refused, next) => IsUia(refused) ? Challenged() : next(refused))),
        new("missing-password-authenticates", "UIA-11", "The password stage is passed without a password.",
            Passed(auth => auth["password"] is null),
            Rule<UiaRules>(OpenToDummy)),
        new("name-in-capitals-authenticates", "UIA-11", "The password stage is passed by a name in capitals, whatever the password.",
            Passed(auth => Identifier(auth, "user")?.Any(char.IsAsciiLetterUpper) == true),
            Rule<UiaRules>(OpenToDummy)),
        new("only-the-first-flow-completes", "UIA-08", "Only the first flow that is offered can be finished.",
            Rule<UiaRules>(rules => rules with { Completing = flows => flows.Take(1) })),
        new("poll-is-refused", "UIA-15", "Authentication data with nothing but the session is refused.",
            Request(Every, call => AuthOf(call) is { Type: null, Session: not null } ? throw MatrixException.Missing("auth.type") : call)),
        new("refused-request-is-challenged", "UIA-13", "A request that is refused for another reason than authentication is challenged.",
            Around(Every, ChallengingEveryRefusal)),
        new("unknown-identifier-is-challenged-again", "UIT-31",
            "A third-party identifier that nobody has gets another challenge in the password stage.",
            Accepted("deleteDevice", ErrorCodes.Forbidden, () => Challenged())),
        new("registration-parameters-are-an-array", "UIA-04", "The parameters in the challenge of a registration are an array.",
            Challenge("register", body => body["params"] = new JsonArray())),
        new("repeated-stage-fails", "UIA-14", "A completed stage that is attempted again fails, and is not complete any more.",
            Rule<UiaRules>(rules => rules with { CompletedStagesStay = false })),
        new("right-captcha-fails", "UIT-05", "A response to the captcha that the service accepts fails the stage.",
            Rule<UiaRules>(rules => rules with { CaptchaIsSolved = _ => false })),
        new("session-serves-other-operations", "UIA-19", "A session authorises other operations than the one it was begun for.",
            Rule<UiaRules>(rules => rules with
            {
                Authorises = (session, binding) => session.Binding == binding || IsOfAnotherOperation(session.Binding, binding),
                SessionsEndWithTheirCall = false,
            })),
        new("session-serves-other-parameters", "UIA-20", "A session authorises other parameters than those it was begun with.",
            Rule<UiaRules>(rules => rules with
            {
                Authorises = (session, binding) => session.Binding == binding with { Parameters = session.Binding.Parameters },
            })),
        new("stage-on-its-page-does-not-count", "UIA-15", "A stage that is done on its fallback page is not complete.",
            Rule<UiaRules>(rules => rules with { CompletedOnPages = _ => false })),
        new("stage-that-is-not-offered-authorises", "UIA-18", "The stage m.login.dummy authorises whatever flows are offered.",
            Rule<UiaRules>(OpenToDummy)),
        new("stage-that-is-not-offered-counts", "UIA-25", "A stage that no flow has is completed.",
            Rule<UiaRules>(rules => rules with { StageIsOffered = (_, _) => true })),
        new("stage-that-is-not-known-authorises", "UIA-18", "A stage of an unknown type authorises.",
            Request(Every, call => AuthOf(call) is { Type: { } type } && !type.StartsWith("m.") ? WithDummy(call) : call),
            Rule<UiaRules>(OpenToDummy)),
        new("stages-in-any-order", "UIA-09", "The stages of a flow count in any order.",
            Rule<UiaRules>(rules => rules with { StagesInOrder = false })),
        new("unknown-session-is-begun", "UIA-17", "A session that was never issued authenticates as if it had been.",
            Rule<UiaRules>(rules => rules with { SessionsAreIssuedHere = false })),
        new("unknown-token-is-challenged", "UIA-23", "An operation that needs an access token is challenged when an unknown one is sent.",
            EveryRefusal(ErrorCodes.UnknownToken, (refused, next) => IsUia(refused) ? Challenged() : next(refused))),
        new("user-of-another-server-authenticates", "UIA-22", "The password stage is passed by a user of another server.",
            Passed(auth => Identifier(auth, "user")?.EndsWith(":example.org") == true),
            Rule<UiaRules>(OpenToDummy)),
        new("wrong-captcha-counts", "UIT-30", "Any response to the captcha completes the stage.",
            Rule<UiaRules>(rules => rules with { CaptchaIsSolved = _ => true })),
        new("refused-captcha-is-plainly-forbidden", "UIT-06", "A captcha that is refused or missing gives M_FORBIDDEN.",
            Challenge("register", body => _ = body.ContainsKey("errcode") ? body["errcode"] = ErrorCodes.Forbidden : null)),
        new("registration-challenge-without-flows", "UIA-02", "The challenge of a registration without a device_id has no flows.",
            Challenge("register", (body, call) => _ = !call.Body.Has("device_id") && body.Remove("flows"))),
        new("registration-flow-without-stages", "UIA-03", "The challenge of a registration has a flow without stages.",
            Challenge("register", body => body["flows"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = StageTypes.Password }))),
        new("registration-offers-no-flow", "UIA-05", "The challenge of a registration without a device_id has an empty list of flows.",
            Challenge("register", (body, call) =>
                body["flows"] = call.Body.Has("device_id") ? body["flows"]!.DeepClone() : new JsonArray())),
    ];

    private static UiaRules OpenToDummy(UiaRules rules) => rules with
    {
        StageIsOffered = (flows, type) => type == StageTypes.Dummy || flows.Any(flow => flow.Contains(type)),
        Completing = flows => [.. flows, [StageTypes.Dummy]],
    };

    // The stage m.login.password counts as completed where this is so.
    private static Change Passed(Predicate<JsonObject> isMeant) => Request(Every, call =>
        JsonObject.Create(call.Body.Element)?[UiaAuth.Member] is JsonObject auth
        && auth["type"]?.ToString() == StageTypes.Password && isMeant(auth) ? WithDummy(call) : call);

    private static string? Identifier(JsonObject auth, string member) => (auth["identifier"] as JsonObject)?[member]?.ToString();

    private static Call WithDummy(Call call)
    {
        var body = JsonObject.Create(call.Body.Element)!;
        body[UiaAuth.Member]!["type"] = StageTypes.Dummy;
        return call with { Body = RequestObject.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())) };
    }

    private static UiaAuth? AuthOf(Call call) => UiaAuth.Read(call.Body);

    private static bool IsUia(Refused refused) => Every.Split(' ').Contains(refused.OperationId);

    private static bool IsOfAnotherOperation(UiaBinding session, UiaBinding call) =>
        session.OperationId != call.OperationId && session.UserId == call.UserId;

    private static void LeavingOut(JsonObject body)
    {
        var left = body["flows"]!.AsArray().Where(flow => Names(body["completed"]).IsSubsetOf(Names(flow!["stages"])));
        body["flows"] = new JsonArray([.. left.Select(flow => flow!.DeepClone())]);
    }

    private static HashSet<string> Names(JsonNode? names) => [.. names?.AsArray().Select(name => name!.ToString()) ?? []];

    // A failed stage tells what is complete; a session that is not known does not.
    private static void IfFailed(JsonObject body, Action change)
    {
        if (body.ContainsKey("errcode") && body.ContainsKey("completed"))
        {
            change();
        }
    }

    private static bool IsFailure(Reply reply) =>
        reply.Status == 401 && JsonNode.Parse(reply.Body.Span) is JsonObject body
        && body.ContainsKey("errcode") && body.ContainsKey("completed");

    private static JsonObject OnlyTheError(Reply reply) =>
        JsonNode.Parse(reply.Body.Span) is { } body
            ? new() { ["errcode"] = body["errcode"]!.DeepClone(), ["error"] = body["error"]!.DeepClone() }
            : [];

    private static Reply Challenged(Call? call = null) => Reply.OfJson(401, new JsonObject
    {
        ["flows"] = new JsonArray(new JsonObject { ["stages"] = new JsonArray(StageTypes.Password) }),
        ["params"] = new JsonObject(),
        ["session"] = (call is null ? null : AuthOf(call)?.Session) ?? OpaqueTokens.Create(),
    });

    private static async Task<Reply> ChallengingEveryRefusal(Call call, Func<Call, Task<Reply>> next)
    {
        try
        {
            return await next(call);
        }
        catch (MatrixException refusal) when (refusal.Status == 400)
        {
            return Challenged();
        }
    }
}
