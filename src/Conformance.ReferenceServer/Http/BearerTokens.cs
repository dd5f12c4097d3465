using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceServer.Http;

/// <summary>Where clients put access tokens ("Using access tokens" of the client-server API).</summary>
internal static class BearerTokens
{
    private const string Scheme = "Bearer ";
    private const string QueryParameter = "access_token";

    /// <summary>The token of a request, from the header or else from the query; null without one.</summary>
    public static string? Of(HttpRequest request, RequestTarget target, HttpRules rules)
    {
        var headers = request.Headers.Authorization;
        var header = headers.ToString();
        var isProper = headers.Count <= 1 && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);
        var token = isProper ? header[Scheme.Length..].Trim()
            : headers.Count > 0 ? rules.TokenOfOtherForms(header)
            : target.Query(QueryParameter) is { } inQuery && rules.TokenMayBeInQuery ? inQuery
            : null;
        return string.IsNullOrEmpty(token) ? null : token;
    }
}
