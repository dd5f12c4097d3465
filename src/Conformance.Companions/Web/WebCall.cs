using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Conformance.Companions.Web;

/// <summary>A request to a companion, read whole.</summary>
/// <param name="request">The request.</param>
/// <param name="body">Its body.</param>
internal sealed class WebCall(HttpRequest request, ReadOnlyMemory<byte> body)
{
    private readonly Lazy<Dictionary<string, StringValues>> _form =
        new(() => QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body.Span)));
    private readonly Lazy<JsonElement?> _json = new(() => ServerJson.Read(body));

    /// <summary>The method in capitals.</summary>
    public string Method { get; } = request.Method;

    /// <summary>The path, decoded.</summary>
    public string Path { get; } = request.Path.Value ?? "/";

    /// <summary>The body's bytes; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The parameters of the query, decoded, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryParameters =>
        [.. request.Query.SelectMany(parameter => parameter.Value.Select(value => KeyValuePair.Create(parameter.Key, value ?? "")))];

    /// <summary>The JSON body; null where there is none.</summary>
    public JsonElement? Json => _json.Value;

    /// <summary>A query parameter; null where there is none.</summary>
    public string? Query(string name) => request.Query.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>A field of a form; null where there is none.</summary>
    public string? Field(string name) => _form.Value.TryGetValue(name, out var values) ? values[0] : null;

    /// <summary>A header field; null where there is none.</summary>
    public string? Header(string name) => request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A text of the JSON body, or else of the query; null where there is none. Numbers count as text.</summary>
    public string? Argument(string name)
    {
        if (Json?.Member(name) is { } value)
            return value.ValueKind == JsonValueKind.Number ? value.GetRawText() : value.Text();
        return Query(name) ?? Field(name);
    }

    /// <summary>The token of <c>Authorization: Bearer</c>; null where there is none.</summary>
    public string? BearerToken =>
        Header("Authorization") is { } authorization && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? authorization["Bearer ".Length..].Trim()
            : null;
}
