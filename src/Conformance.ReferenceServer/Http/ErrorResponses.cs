using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;

namespace Conformance.ReferenceServer.Http;

/// <summary>Writes standard error responses ("Standard error response" of the client-server API).</summary>
internal static class ErrorResponses
{
    /// <summary>The whole response.</summary>
    public static Reply Write(MatrixException refusal)
    {
        var body = new JsonObject();
        AddTo(body, refusal);
        return Reply.OfJson(refusal.Status, body) with { Headers = refusal.Headers };
    }

    /// <summary>Adds <c>errcode</c>, <c>error</c> and the error's further members to an object.</summary>
    public static void AddTo(JsonObject body, MatrixException refusal)
    {
        body["errcode"] = refusal.ErrorCode;
        body["error"] = refusal.Message;
        foreach (var (name, value) in refusal.Extras)
        {
            body[name] = value.DeepClone();
        }
    }
}
