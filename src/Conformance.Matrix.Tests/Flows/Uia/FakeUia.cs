using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Testing.Wire;

namespace Conformance.Matrix.Tests.Flows.Uia;

/// <summary>A server's side of user-interactive authentication, as simple as it can be.</summary>
internal sealed class FakeUia(params string[][] flows)
{
    private readonly List<string> _completed = [];

    /// <summary>Whether a stage's answer is accepted.</summary>
    public Func<JsonObject, bool> Accepts { get; init; } = _ => true;

    /// <summary>Whether a completed stage is named.</summary>
    public bool NamesCompleted { get; init; } = true;

    /// <summary>Whether challenges have a session.</summary>
    public bool HasSession { get; init; } = true;

    /// <summary>The answer to one request: the result, or another challenge.</summary>
    public FakeAnswer Answer(FakeRequest request, FakeAnswer result)
    {
        var auth = request.Body.Length == 0 ? null : JsonNode.Parse(request.Text)?["auth"] as JsonObject;
        if (auth is null)
            return Challenge(null);
        var stage = auth["type"]?.GetValue<string>() ?? "";
        if (!Accepts(auth))
            return Challenge("M_FORBIDDEN");
        _completed.Add(stage);
        return flows.Any(flow => flow.All(_completed.Contains)) && NamesCompleted ? result : Challenge(null);
    }

    private FakeAnswer Challenge(string? errorCode)
    {
        var body = new JsonObject
        {
            ["flows"] = JsonSerializer.SerializeToNode(flows.Select(flow => new { stages = flow })),
            ["params"] = new JsonObject()
        };
        if (HasSession)
            body["session"] = "uia-session-1";
        if (NamesCompleted)
            body["completed"] = JsonSerializer.SerializeToNode(_completed);
        if (errorCode is not null)
            (body["errcode"], body["error"]) = (errorCode, "no");
        return FakeAnswer.Json(401, body.ToJsonString());
    }
}
