namespace Conformance.Matrix.Companions;

/// <summary>A request of the homeserver to one of the suite's own servers whose API the specification describes. Contains
/// secrets.</summary>
/// <param name="Api">The API, as the manifest names it: <c>identity</c>.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path, in which only slashes inside a segment are still encoded, as <c>%2F</c>.</param>
/// <param name="Query">The parameters of the query, decoded, in their order.</param>
/// <param name="Body">The body's bytes; empty if there was none.</param>
public sealed record CompanionRequest(
    string Api, string Method, string Path, IReadOnlyList<KeyValuePair<string, string>> Query, ReadOnlyMemory<byte> Body);
