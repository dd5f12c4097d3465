using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Http;

/// <summary>What the specification lays down for all requests (client-server API, "API standards" and "Client authentication").</summary>
internal sealed record HttpRules : RuleSet
{
    /// <summary>
    /// Whether a body that is not UTF-8 is refused. "All JSON data, in requests or responses, must be encoded using UTF-8" (API-05).
    /// </summary>
    public bool RefusesInvalidUtf8 { get => Read(field); init; } = true;

    /// <summary>Whether the access token may stand in the query too, which is deprecated and must still be supported (TOK-08).</summary>
    public bool TokenMayBeInQuery { get => Read(field); init; } = true;
}
