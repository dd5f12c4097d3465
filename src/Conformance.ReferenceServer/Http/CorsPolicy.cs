using Microsoft.AspNetCore.Http;

namespace Conformance.ReferenceServer.Http;

/// <summary>The headers that let web browser clients in ("Web Browser Clients" of the client-server API): the recommended ones, on every
/// response.</summary>
internal static class CorsPolicy
{
    /// <summary>Adds the headers to a response.</summary>
    public static void Apply(IHeaderDictionary headers)
    {
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE, OPTIONS";
        headers.AccessControlAllowHeaders = "X-Requested-With, Content-Type, Authorization";
    }

    /// <summary>Answers a pre-flight request. No logic of an endpoint runs, and no token is asked for.</summary>
    public static Reply Preflight() => Reply.Done();
}
