namespace Conformance.Matrix.Exchanges;

/// <summary>A request as it went out. Holds secrets: every output goes through the redactor first.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Url">The absolute URL, percent-encoded.</param>
/// <param name="Headers">Header fields in the order sent.</param>
/// <param name="Body">The body's bytes; empty if there was none.</param>
public sealed record RecordedRequest(
    string Method, Uri Url, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
