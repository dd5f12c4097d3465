namespace Conformance.Reports.Model;

/// <summary>A request of the homeserver to one of the suite's own servers, redacted.</summary>
/// <param name="Api">The API: <c>identity</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, and the query where there was one, decoded.</param>
/// <param name="Body">The body; null if there was none.</param>
public sealed record IncomingReport(string Api, string Method, string Path, string? Body);
