using System.Text.Json.Nodes;
using Conformance.Homeservers.Targets.Description;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Reads and checks the member <c>administrator</c> of a target file.</summary>
internal static class AdministratorMembers
{
    private const string Ways = "user and password, token, or shared-secret";

    private static readonly string[] WaysIn = ["user", "token", "shared-secret"];

    private static readonly (string Name, string Of)[] Belongings = [("body", "call"), ("result", "call"), ("answer", "message")];

    private static readonly (string Name, AdministratorAction Action)[] Actions =
    [
        ("register-application-service", AdministratorAction.RegisterApplicationService),
        ("registration-token", AdministratorAction.RegistrationToken),
        ("single-use-token", AdministratorAction.SingleUseToken),
        ("create-account", AdministratorAction.CreateAccount),
    ];

    /// <summary>The settings; the member has been checked.</summary>
    public static AdministratorSettings Read(JsonObject administrator) => new()
    {
        User = Text(administrator, "user"),
        Password = Text(administrator, "password"),
        Token = Text(administrator, "token"),
        SharedSecret = Text(administrator, "shared-secret"),
        Room = Text(administrator, "room"),
        Actions = Actions.Where(action => administrator[action.Name] is not null)
            .ToDictionary(action => action.Action, action => Steps(administrator[action.Name]!)),
    };

    /// <summary>Adds what is wrong with a layer's administrator, and what the layer asks of an administrator that cannot do it.</summary>
    public static void Check(SourceMap layer, Problems problems)
    {
        if (!layer.TryGetMember("administrator", out var member) || member.Value is not SourceMap administrator)
            return;
        if (layer["synapse-admin"] is not null)
            problems.Add(member.Key, "administrator cannot be combined with synapse-admin, which is short for one; remove one of the two");
        CheckWayIn(administrator, member.Key, problems);
        foreach (var (name, action) in Actions)
        {
            if (!administrator.TryGetMember(name, out var steps))
                continue;
            IReadOnlyList<SourceNode> all = steps.Value is SourceList list ? list.Items : [steps.Value];
            foreach (var step in all.OfType<SourceMap>())
                CheckStep(step, administrator, problems);
            if (action is AdministratorAction.RegistrationToken or AdministratorAction.SingleUseToken
                && all is [.., SourceMap last] && !HasResult(last))
                problems.Add(steps.Key, "nothing says where the token is; add result to the call, or answer with a group to the message");
        }
    }

    private static void CheckWayIn(SourceMap administrator, SourceNode place, Problems problems)
    {
        var ways = WaysIn.Count(way => administrator[way] is not null);
        if (ways == 0)
            problems.Add(place, $"nothing says how to become the administrator; add {Ways}");
        else if (ways > 1)
            problems.Add(place, $"there is more than one way to become the administrator; keep one of {Ways}");
        if (administrator["user"] is not null != administrator["password"] is not null)
            problems.Add(place, "user and password go together; add the one that is missing");
    }

    private static void CheckStep(SourceMap step, SourceMap administrator, Problems problems)
    {
        if (step["call"] is not null == step["message"] is not null)
            problems.Add(step, "a step is either a call or a message; write one of the two");
        foreach (var (name, of) in Belongings)
        {
            if (step.TryGetMember(name, out var member) && step[of] is null)
                problems.Add(member.Key, $"{name} belongs to a {of}; remove it, or write {of}");
        }

        if (step.TryGetMember("message", out var message) && administrator["room"] is null)
            problems.Add(message.Key, "nothing says to which room the message goes; add room to the administrator");
        if (step["answer"] is SourceScalar answer)
        {
            if (Expressions.Read(answer.Text, out var failure) is not { } expression)
                problems.Add(answer, failure!);
            else if (expression.GetGroupNumbers().Length > 2)
                problems.Add(answer, "this has more than one group; the one group is what the action gives");
        }
    }

    private static bool HasResult(SourceMap step) =>
        step["result"] is not null
        || (step["answer"] is SourceScalar answer && Expressions.Read(answer.Text, out _)?.GetGroupNumbers().Length == 2);

    private static IReadOnlyList<AdministratorStep> Steps(JsonNode steps) =>
        [.. (steps is JsonArray list ? list.OfType<JsonObject>() : [(JsonObject)steps]).Select(Step)];

    private static AdministratorStep Step(JsonObject step) => new()
    {
        Call = Text(step, "call"),
        Body = step["body"] is JsonObject body ? (JsonObject)body.DeepClone() : null,
        Result = Text(step, "result"),
        Message = Text(step, "message"),
        Answer = Text(step, "answer") is { } answer ? Expressions.Read(answer, out _) : null,
    };

    private static string? Text(JsonObject map, string name) => map[name]?.GetValue<string>();
}
