using System.Text.Json;

namespace Conformance.Matrix.Exchanges;

/// <summary>The 401 of user-interactive authentication: what the server asks for, and how far the client is. Holds a secret, the
/// session.</summary>
public sealed record UiaChallenge
{
    /// <summary>The session to pass back; null where the server gave none.</summary>
    public string? Session { get; init; }

    /// <summary>The flows offered, each the types of its stages in order.</summary>
    public required IReadOnlyList<IReadOnlyList<StageType>> Flows { get; init; }

    /// <summary>The types of the stages completed.</summary>
    public IReadOnlyList<StageType> Completed { get; init; } = [];

    /// <summary>The parameters of the stages by type; null where there are none.</summary>
    public JsonElement? Params { get; init; }

    /// <summary>The error code of a failed attempt; null where none failed.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The error text of a failed attempt; null where none failed.</summary>
    public string? Error { get; init; }

    /// <summary>The flows as in a message: <c>[m.login.password], [m.login.sso, m.login.terms]</c>.</summary>
    public string DescribeFlows() =>
        Flows.Count == 0 ? "no flow" : string.Join(", ", Flows.Select(flow => $"[{string.Join(", ", flow)}]"));

    /// <summary>Reads a challenge: a 401 whose body is an object with the array <c>flows</c>. Null for any other answer. Members of a wrong
    /// type are left out.</summary>
    public static UiaChallenge? Read(RecordedResponse? response)
    {
        if (response is not { Status: 401, Json: { } body } || body.Items("flows") is not { } flows)
            return null;
        return new UiaChallenge
        {
            Session = body.Text("session"),
            Flows = [.. flows.Select(flow => Stages(flow, "stages"))],
            Completed = Stages(body, "completed"),
            Params = body.Member("params") is { ValueKind: JsonValueKind.Object } parameters ? parameters : null,
            ErrorCode = body.Text("errcode"),
            Error = body.Text("error"),
        };
    }

    private static List<StageType> Stages(JsonElement owner, string member) =>
        [.. (owner.Items(member) ?? []).Select(item => item.Text()).OfType<string>().Select(name => new StageType(name))];
}
