namespace Conformance.Matrix.Exchanges;

/// <summary>A request of the homeserver to one of the suite's own servers. Contains secrets.</summary>
/// <param name="Api">The API, as the manifest names it: <c>identity</c>.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path.</param>
/// <param name="Query">The parameters of the query, decoded, in their order.</param>
/// <param name="Body">The body's bytes; empty if there was none.</param>
public sealed record IncomingRequest(
    string Api, string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, ReadOnlyMemory<byte> Body);
