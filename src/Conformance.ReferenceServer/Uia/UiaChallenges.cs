using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Uia;

/// <summary>Writes the 401 that asks for authentication (<c>definitions/auth_response.yaml</c>).</summary>
internal class UiaChallenges(UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
{
    /// <summary>What writes the standard members of errors.</summary>
    protected ErrorResponses Errors => errors;

    /// <summary>The response to a request without authentication.</summary>
    public virtual Reply First(UiaSession session) => Write(session, completed: null, failure: null);

    /// <summary>The response to a request whose <c>auth</c> belongs to no session: a new session, and what was wrong.</summary>
    public virtual Reply Fresh(UiaSession session, MatrixException failure) => Write(session, completed: null, failure);

    /// <summary>The response when more stages are to come.</summary>
    public virtual Reply Next(UiaSession session) => Write(session, session.Completed, failure: null);

    /// <summary>The response to a failed attempt that may be repeated.</summary>
    /// <param name="session">The session.</param>
    /// <param name="type">The stage that failed.</param>
    /// <param name="failure">How.</param>
    public virtual Reply Failed(UiaSession session, string type, MatrixException failure) => Write(session, session.Completed, failure);

    /// <summary>The whole response.</summary>
    protected Reply Write(UiaSession session, IEnumerable<string>? completed, MatrixException? failure)
    {
        var body = new JsonObject();
        if (failure is not null)
        {
            errors.AddTo(body, failure);
        }

        AddFlows(body, session);
        AddParams(body, session);
        body["session"] = session.Id;
        if (completed is not null)
        {
            AddCompleted(body, completed);
        }

        return Reply.OfJson(401, body);
    }

    /// <summary>The flows that are shown: always all that the session offers.</summary>
    protected virtual IReadOnlyList<IReadOnlyList<string>> Offered(UiaSession session) => flows.For(session);

    /// <summary>Adds the flows.</summary>
    protected virtual void AddFlows(JsonObject body, UiaSession session) =>
        body["flows"] = new JsonArray([.. Offered(session).Select(flow => (JsonNode)new JsonObject { ["stages"] = Strings(flow) })]);

    /// <summary>Adds what a client must know for the stages of the flows.</summary>
    protected virtual void AddParams(JsonObject body, UiaSession session)
    {
        var offered = Offered(session);
        var parameters = new JsonObject();
        foreach (var stage in stages.Where(stage => offered.Any(flow => flow.Contains(stage.Type))))
        {
            if (stage.Params() is { } known)
            {
                parameters[stage.Type] = known;
            }
        }

        body["params"] = parameters;
    }

    /// <summary>Adds the completed stages.</summary>
    protected virtual void AddCompleted(JsonObject body, IEnumerable<string> completed) => body["completed"] = Strings(completed);

    /// <summary>An array of strings.</summary>
    protected static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
