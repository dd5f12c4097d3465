using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>
/// Validates phone numbers: an identity server sends the text messages and holds the sessions. The homeserver calls it without a token, by
/// version 1 of its API, as homeservers call an identity server of their own.
/// </summary>
internal sealed class PhoneValidation(IdentityHttp http, HomeserverAddress address, ReferenceServerOptions options) : IValidation
{
    /// <summary>The path to which clients submit tokens; no part of the Matrix API.</summary>
    public const string SubmitPath = "/validation/msisdn";

    private const string ApiPath = "/_matrix/identity/api/v1";
    private readonly ConcurrentDictionary<string, byte> _used = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Medium => Media.Phone;

    /// <inheritdoc/>
    public bool IsAvailable => options.IdentityServer is not null;

    /// <inheritdoc/>
    public async Task<JsonObject> BeginAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["client_secret"] = request.ClientSecret,
            ["country"] = request.Country,
            ["phone_number"] = request.PhoneNumber,
            ["send_attempt"] = request.SendAttempt,
        };
        if (request.NextLink is not null)
        {
            body["next_link"] = request.NextLink.AbsoluteUri;
        }

        var answer =
            await http.SendAsync(HttpMethod.Post, Url("/validate/msisdn/requestToken"), body, authorization: null, cancellationToken);
        return answer.IsSuccess && answer.Text("sid") is { } sid
            ? new JsonObject { ["sid"] = sid, ["submit_url"] = address.Text + SubmitPath }
            : throw Refused(answer);
    }

    /// <inheritdoc/>
    public async Task<ValidatedIdentifier?> FindAsync(string sessionId, string clientSecret, CancellationToken cancellationToken)
    {
        var query = $"?sid={Uri.EscapeDataString(sessionId)}&client_secret={Uri.EscapeDataString(clientSecret)}";
        if (!IsAvailable || _used.ContainsKey(sessionId))
        {
            return null;
        }

        var answer =
            await http.SendAsync(HttpMethod.Get, Url("/3pid/getValidated3pid" + query), body: null, authorization: null, cancellationToken);
        return answer.IsSuccess && answer.Text("medium") == Media.Phone && answer.Text("address") is { } number
            && answer.Integer("validated_at") is { } time
            ? new ValidatedIdentifier(
                new ThirdPartyIdentifier(Media.Phone, number), DateTimeOffset.FromUnixTimeMilliseconds(time), sessionId)
            : null;
    }

    /// <inheritdoc/>
    public bool TryUse(ValidatedIdentifier validated) => _used.TryAdd(validated.SessionId, 0);

    /// <summary>Passes a token on to the identity server.</summary>
    /// <exception cref="MatrixException">400 <c>M_TOKEN_INCORRECT</c>, <c>M_SESSION_EXPIRED</c> or <c>M_INVALID_PARAM</c>.</exception>
    public async Task<JsonObject> SubmitAsync(string sessionId, string clientSecret, string token, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["sid"] = sessionId, ["client_secret"] = clientSecret, ["token"] = token };
        var answer = IsAvailable
            ? await http.SendAsync(HttpMethod.Post, Url("/validate/msisdn/submitToken"), body, authorization: null, cancellationToken)
            : new IdentityAnswer(404, Body: null);
        return answer switch
        {
            { IsSuccess: true } when answer.IsTrue("success") => new JsonObject { ["success"] = true },
            { IsSuccess: true } or { ErrorCode: ErrorCodes.TokenIncorrect } =>
                throw new MatrixException(400, ErrorCodes.TokenIncorrect, "The token is not that of the message."),
            { ErrorCode: ErrorCodes.SessionExpired } =>
                throw new MatrixException(400, ErrorCodes.SessionExpired, "The session is over. Ask for another message."),
            _ => throw MatrixException.InvalidParam("There is no such session."),
        };
    }

    private static MatrixException Refused(IdentityAnswer answer) =>
        answer is { Status: >= 400 and < 500, ErrorCode: { } code }
            ? new MatrixException(answer.Status, code, answer.Text("error") ?? "The identity server refused it.")
            : new MatrixException(502, ErrorCodes.Unknown, "The identity server did not send the message.");

    private Uri Url(string path) => new(options.IdentityServer!.GetLeftPart(UriPartial.Authority) + ApiPath + path);
}
