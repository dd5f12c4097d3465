using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Mutation.Wire;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">The request target, byte for byte.</param>
/// <param name="Headers">The header fields in their order.</param>
/// <param name="Body">The body, without its framing.</param>
public sealed record WireRequest(string Method, string Target, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The operation that is called; empty for a request that the specification does not know.</summary>
    public string OperationId { get; init; } = "";

    /// <summary>Its number among the requests that the proxy received, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The base URL that it was sent to, without a slash at its end.</summary>
    public string Origin { get; init; } = "";

    /// <summary>The target without its query.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The body as a JSON object; null if it is not one.</summary>
    public JsonObject? Json => WireBody.Object(Body);

    /// <summary>The value of a header field; null without one.</summary>
    public string? Header(string name) => Headers.Valued(name);

    /// <summary>The request with another JSON body.</summary>
    public WireRequest With(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return this with { Body = Encoding.UTF8.GetBytes(body.ToJsonString()) };
    }
}
