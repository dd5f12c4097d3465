using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>Writes the 401 that asks for authentication (<c>definitions/auth_response.yaml</c>).</summary>
internal sealed class UiaChallenges(UiaFlows flows, IEnumerable<IUiaStage> stages)
{
    /// <summary>The response to a request without authentication.</summary>
    public Reply First(UiaSession session) => Write(session, completed: null, failure: null);

    /// <summary>The response to a request whose <c>auth</c> belongs to no session: a new session, and what was wrong.</summary>
    public Reply Fresh(UiaSession session, MatrixException failure) => Write(session, completed: null, failure);

    /// <summary>The response when more stages are to come.</summary>
    public Reply Next(UiaSession session) => Write(session, session.Completed, failure: null);

    /// <summary>The response to a failed attempt that may be repeated.</summary>
    /// <param name="session">The session.</param>
    /// <param name="failure">Why the attempt failed.</param>
    public Reply Failed(UiaSession session, MatrixException failure) => Write(session, session.Completed, failure);

    /// <summary>The whole response.</summary>
    private Reply Write(UiaSession session, IEnumerable<string>? completed, MatrixException? failure)
    {
        var body = new JsonObject();
        if (failure is not null)
        {
            ErrorResponses.AddTo(body, failure);
        }

        // Always all flows that the session offers, whatever is complete already.
        var offered = flows.For(session);
        body["flows"] = new JsonArray([.. offered.Select(flow => (JsonNode)new JsonObject { ["stages"] = Strings(flow) })]);
        body["params"] = ParamsOf(offered);
        body["session"] = session.Id;
        if (completed is not null)
        {
            body["completed"] = Strings(completed);
        }

        return Reply.OfJson(401, body);
    }

    /// <summary>The parameters of the flows' stages.</summary>
    private JsonObject ParamsOf(IReadOnlyList<IReadOnlyList<string>> offered)
    {
        var parameters = new JsonObject();
        foreach (var stage in stages.Where(stage => offered.Any(flow => flow.Contains(stage.Type))))
        {
            if (stage.Params() is { } known)
            {
                parameters[stage.Type] = known;
            }
        }

        return parameters;
    }

    /// <summary>An array of strings.</summary>
    private static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
