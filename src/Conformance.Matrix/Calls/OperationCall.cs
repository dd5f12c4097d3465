using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Spec;

namespace Conformance.Matrix.Calls;

/// <summary>
/// A call of an operation. The manifest knows where each argument goes: path, query, header, else a top-level member of the JSON body.
/// </summary>
public sealed record OperationCall
{
    /// <summary>The operation.</summary>
    public required Operation Operation { get; init; }

    /// <summary>The arguments by name. In a path or a query a string goes as it is, any other value as its JSON text; an array repeats a
    /// query parameter.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Arguments { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>The body's bytes in place of one made from the arguments; deliberately as it is, so it is not checked against the request's
    /// schema.</summary>
    public ReadOnlyMemory<byte>? RawBody { get; init; }

    /// <summary>True to send no body, even where the operation takes one.</summary>
    public bool WithoutBody { get; init; }

    /// <summary>The member <c>auth</c> of the body: the answer to a stage of user-interactive authentication; null for none.</summary>
    public JsonNode? Auth { get; init; }

    /// <summary>True where the request is meant to break the operation's request schema or that of a parameter, or to lack a required
    /// parameter.</summary>
    public bool Malformed { get; init; }

    /// <summary>True to send the access token as the query parameter <c>access_token</c>, not in the <c>Authorization</c> header.</summary>
    public bool TokenInQuery { get; init; }

    /// <summary>Query parameters besides those of the manifest, e.g. an application service's <c>user_id</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ExtraQuery { get; init; } = [];

    /// <summary>Header fields besides those of the manifest; a null value removes the suite's own, e.g. <c>Content-Type</c>.</summary>
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = new Dictionary<string, string?>();

    /// <summary>Header fields besides all others, each a line of its own even where another has the same name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> RepeatedHeaders { get; init; } = [];

    /// <summary>Path parameters that are percent-encoded already, by name: bytes that no text has. They replace those of
    /// <see cref="Arguments"/>.</summary>
    public IReadOnlyDictionary<string, string> EncodedPath { get; init; } = new Dictionary<string, string>();

    /// <summary>False to take a 429 as the answer at once; true (the default) to wait as the server says, within the run's
    /// deadline.</summary>
    public bool ObeyRateLimit { get; init; } = true;

    /// <summary>The calls that are sent at the same time as this one; null for a call that is sent alone.</summary>
    public SentTogether? Together { get; init; }
}
