using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Calls identity servers for users, by version 2 of the Identity Service API.</summary>
internal sealed class IdentityServers(IdentityHttp http, HomeserverKey key, ThreePidRules rules, ReferenceServerOptions options)
{
    private const string ApiPath = "/_matrix/identity/v2";
    private const string ValidatedPath = ApiPath + "/3pid/getValidated3pid";
    private const string BindPath = ApiPath + "/3pid/bind";
    private const string UnbindPath = ApiPath + "/3pid/unbind";

    /// <summary>Whether an identity server is trusted: only that of the options is. The homeserver calls no other.</summary>
    /// <param name="idServer">Its name as clients give it: host, and port if that is not the usual one.</param>
    public bool IsTrusted(string idServer) =>
        options.IdentityServer is { } trusted && string.Equals(trusted.Authority, idServer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Refuses an identity server that is not trusted.</summary>
    /// <exception cref="MatrixException">400 <c>M_SERVER_NOT_TRUSTED</c>.</exception>
    public void CheckTrusted(string idServer)
    {
        if (!IsTrusted(idServer))
        {
            throw new MatrixException(400, ErrorCodes.ServerNotTrusted, "The identity server is not one that the homeserver trusts.");
        }
    }

    /// <summary>The identifier that was validated in a session at an identity server; null if none was.</summary>
    public async Task<ValidatedIdentifier?> FindValidatedAsync(IdentitySession session, CancellationToken cancellationToken)
    {
        var query = $"?sid={Uri.EscapeDataString(session.Sid)}&client_secret={Uri.EscapeDataString(session.ClientSecret)}";
        var answer = await http.SendAsync(
            HttpMethod.Get, Url(session.IdServer, ValidatedPath + query), body: null, Bearer(session), cancellationToken);
        return answer.IsSuccess && IdentifierOf(answer) is { } identifier && answer.Integer("validated_at") is { } time
            ? new ValidatedIdentifier(identifier, DateTimeOffset.FromUnixTimeMilliseconds(time), session.Sid)
            : null;
    }

    /// <summary>Binds what was validated in a session to a user.</summary>
    /// <returns>The identifier; null if the identity server does not tell.</returns>
    /// <exception cref="MatrixException">The identity server refuses: its own error.</exception>
    public async Task<ThirdPartyIdentifier?> BindAsync(IdentitySession session, string userId, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["sid"] = session.Sid, ["client_secret"] = session.ClientSecret, ["mxid"] = userId };
        var answer = await http.SendAsync(HttpMethod.Post, Url(session.IdServer, BindPath), body, Bearer(session), cancellationToken);
        return answer.IsSuccess ? IdentifierOf(answer) : throw Relayed(answer);
    }

    /// <summary>Removes a binding, by a request that the homeserver signs.</summary>
    /// <returns>What the identity server answered.</returns>
    public Task<IdentityAnswer> UnbindAsync(
        string idServer, string userId, ThirdPartyIdentifier identifier, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["mxid"] = userId,
            ["threepid"] = new JsonObject { ["medium"] = identifier.Medium, ["address"] = identifier.Address },
        };
        if (!rules.UnbindingLeavesOutTheSession)
        {
            body["sid"] = null;
            body["client_secret"] = null;
        }

        return http.SendAsync(HttpMethod.Post, Url(idServer, UnbindPath), body, rules.UnbindingIsSigned
            ? Sign(idServer, UnbindPath, body)
            : null, cancellationToken);
    }

    /// <summary>The header by which an identity server knows that a request is the homeserver's.</summary>
    private AuthenticationHeaderValue Sign(string idServer, string path, JsonObject body) =>
        key.Authorize(HttpMethod.Post.Method, path, idServer, body);

    /// <summary>The error for the client if an identity server refuses.</summary>
    public static MatrixException Relayed(IdentityAnswer answer) => answer is { Status: >= 400 and < 500, ErrorCode: { } code }
        ? new MatrixException(answer.Status, code, answer.Text("error") ?? "The identity server refused it.")
        : new MatrixException(502, ErrorCodes.Unknown, "The identity server failed.");

    private static AuthenticationHeaderValue Bearer(IdentitySession session) => new("Bearer", session.AccessToken);

    private static ThirdPartyIdentifier? IdentifierOf(IdentityAnswer answer) =>
        answer.Text("medium") is { } medium && answer.Text("address") is { } address ? new ThirdPartyIdentifier(medium, address) : null;

    private Uri Url(string idServer, string pathAndQuery) => new($"{options.IdentityServer!.Scheme}://{idServer}{pathAndQuery}");
}
