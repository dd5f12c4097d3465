using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Http;

/// <summary>What the specification lays down for all requests (client-server API, "API standards" and "Client authentication").</summary>
internal sealed record HttpRules : RuleSet
{
    /// <summary>
    /// Whether a body that is not UTF-8 is refused. "All JSON data, in requests or responses, must be encoded using UTF-8" (API-05).
    /// </summary>
    public bool RefusesInvalidUtf8 { get => Read(field); init; } = true;

    /// <summary>
    /// Whether numbers beyond those of canonical JSON may stand in a body. Canonical JSON is for what is signed; "Request did not contain
    /// valid JSON" is <c>M_NOT_JSON</c> (API-21).
    /// </summary>
    public bool TakesEveryNumber { get => Read(field); init; } = true;

    /// <summary>
    /// The token of an Authorization header that has another form than <c>Bearer TheTokenHere</c>, or of several such headers: none, so
    /// that credentials are missing (API-23).
    /// </summary>
    public Func<string, string?> TokenOfOtherForms { get => Read(field); init; } = _ => null;

    /// <summary>Whether the access token may stand in the query too, which is deprecated and must still be supported (TOK-08).</summary>
    public bool TokenMayBeInQuery { get => Read(field); init; } = true;
}
