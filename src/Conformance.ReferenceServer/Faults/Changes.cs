using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Faults;

/// <summary>
/// The changes that faults are made of. Operations are given by their ids, separated by spaces; pages by the ids of their routes.
/// </summary>
internal static class Changes
{
    private const string Success = "200";
    private const string Challenged = "401";

    /// <summary>Another value of a rule.</summary>
    public static Change Rule<TRules>(Func<TRules, TRules> change)
        where TRules : RuleSet, new() => new RuleChange<TRules>(change);

    /// <summary>Another request in place of the one that came. An exception refuses it.</summary>
    public static Change Request(string operationIds, Func<Call, Call> change) =>
        new CallChange(operationIds, null, (call, next) => next(change(call)));

    /// <summary>Another body of the request. One with nothing but <c>auth</c> stands for an earlier request and stays as it is.</summary>
    public static Change Body(string operationIds, Action<JsonObject> change) => Request(operationIds, call => WithBody(call, change));

    /// <summary>An answer without the handler; null leaves the call to it.</summary>
    public static Change Instead(string operationIds, Func<Call, Reply?> answer) =>
        new CallChange(operationIds, null, (call, next) => answer(call) is { } reply ? Task.FromResult(reply) : next(call));

    /// <summary>Another body of a successful answer.</summary>
    public static Change Answer(string operationIds, Action<JsonObject> change) => Answer(operationIds, (body, _) => change(body));

    /// <summary>Another body of a successful answer, which depends on the call.</summary>
    public static Change Answer(string operationIds, Action<JsonObject, Call> change) => Json(operationIds, Success, change);

    /// <summary>Another challenge where user-interactive authentication asks for (more) stages.</summary>
    public static Change Challenge(string operationIds, Action<JsonObject> change) =>
        Json(operationIds, Challenged, (body, _) => change(body));

    /// <summary>Another challenge, which depends on the call.</summary>
    public static Change Challenge(string operationIds, Action<JsonObject, Call> change) => Json(operationIds, Challenged, change);

    /// <summary>Another answer than the handler's, be it a success, a challenge or a page.</summary>
    public static Change Response(string operationIds, Func<Reply, Reply> change) => Response(operationIds, (reply, _) => change(reply));

    /// <summary>Another answer than the handler's, which depends on the call.</summary>
    public static Change Response(string operationIds, Func<Reply, Call, Reply> change) =>
        new CallChange(operationIds, null, async (call, next) => change(await next(call), call));

    /// <summary>Another refusal in place of one with this error code.</summary>
    public static Change Refusal(string operationIds, string errorCode, Func<MatrixException, MatrixException> change) =>
        Refusal(operationIds, errorCode, (refusal, _) => change(refusal));

    /// <summary>Another refusal in place of one with this error code, which depends on the call.</summary>
    public static Change Refusal(string operationIds, string errorCode, Func<MatrixException, Call, MatrixException> change) =>
        Refused(operationIds, errorCode, (refusal, call) => throw change(refusal, call));

    /// <summary>A success in place of a refusal with this error code.</summary>
    public static Change Accepted(string operationIds, string errorCode, Func<Reply> answer) =>
        Refused(operationIds, errorCode, (_, _) => answer());

    /// <summary>Something around the handler.</summary>
    public static Change Around(string operationIds, Func<Call, Func<Call, Task<Reply>>, Task<Reply>> answer) =>
        new CallChange(operationIds, null, answer);

    /// <summary>
    /// One answer to calls with the same key that overlap, as of a server that looks first and acts later: the handler answers the first of
    /// them after a while, and the others get that answer, changed. A call whose key is null is left alone.
    /// </summary>
    public static Change Overlapping(string operationIds, Func<Call, string?> key, Func<Reply, Reply> change) =>
        PerServer(() => [new OverlapChange(operationIds, key, change)]);

    /// <summary>Another refusal in place of one with this error code, wherever the request was refused.</summary>
    public static Change EveryRefusal(string errorCode, Func<MatrixException, MatrixException> change) =>
        EveryRefusal(errorCode, (refused, next) => next(refused with { Reason = change(refused.Reason) }));

    /// <summary>Another answer in place of a refusal with this error code, wherever the request was refused.</summary>
    public static Change EveryRefusal(string errorCode, Func<Refused, Func<Refused, Reply>, Reply> answer) =>
        new RefusalChange(errorCode, answer);

    /// <summary>Changes that remember something together, each server for itself.</summary>
    public static Change PerServer(Func<IReadOnlyList<Change>> make) => new ServerChange(make);

    /// <summary>Looks at the successful answers of some operations, and changes nothing about them.</summary>
    public static Change Watch(string operationIds, Action<JsonObject> look) => new WatchChange(operationIds, look);

    private static CallChange Refused(string operationIds, string errorCode, Func<MatrixException, Call, Reply> answer) =>
        new(operationIds, errorCode, async (call, next) =>
        {
            try
            {
                return await next(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == errorCode)
            {
                return answer(refusal, call);
            }
        });

    private static CallChange Json(string operationIds, string status, Action<JsonObject, Call> change) =>
        new(operationIds, status, async (call, next) =>
        {
            var reply = await next(call);
            if ($"{reply.Status}" != status || JsonNode.Parse(reply.Body.Span) is not JsonObject body)
            {
                return reply;
            }

            change(body, call);
            return Reply.OfJson(reply.Status, body) with { Headers = reply.Headers };
        });

    private static Call WithBody(Call call, Action<JsonObject> change)
    {
        var body = JsonObject.Create(call.Body.Element)!;
        if (body is { Count: 1 } && body.ContainsKey("auth"))
        {
            return call;
        }

        change(body);
        return call with { Body = RequestObject.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())) };
    }
}
