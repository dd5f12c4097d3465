using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.Companions.Mail;
using Conformance.Companions.Receiving;
using Conformance.Companions.Web;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.ThreePids;

namespace Conformance.Companions.Identity;

/// <summary>
/// An identity server, as far as homeservers use one: validation of addresses by the Identity Service API v2 and by its forerunner v1,
/// which homeservers use where they let another server send the messages; binding and unbinding; accounts. Version 1 is in no published
/// version of the specification since v1.1; its endpoints answer as their successors do. It sends no message out of this process.
/// </summary>
/// <param name="texts">Where its text messages go.</param>
/// <param name="mailbox">Where its mail goes.</param>
/// <param name="requests">Keeps what homeservers ask.</param>
internal sealed class IdentityServer(TextMessages texts, Mailbox mailbox, RequestLog requests) : IIdentityServer, IWebCompanion
{
    private const string Root = "/_matrix/identity";
    private const string KeyPrefix = "/v2/pubkey/";

    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Medium, string Address), string> _bindings = new();
    private readonly ConcurrentDictionary<string, (int Status, string ErrorCode)> _refusals = new(StringComparer.Ordinal);
    private readonly Arrivals<IdentityCall> _calls = new();
    private readonly ValidationSessions _sessions = new();
    private readonly SigningKey _key = new();

    /// <inheritdoc/>
    public Uri Url { get; set; } = new("http://localhost");

    /// <inheritdoc/>
    public string Name => Url.Authority;

    /// <inheritdoc/>
    public IReadOnlyList<IdentityCall> Calls => _calls.All;

    /// <inheritdoc/>
    public IReadOnlyList<IdentityBinding> Bindings =>
        [.. _bindings.Select(bound => new IdentityBinding(bound.Key.Medium, bound.Key.Address, bound.Value))];

    /// <inheritdoc/>
    public string IssueAccessToken(string userId)
    {
        var token = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _tokens[token] = userId;
        return token;
    }

    /// <inheritdoc/>
    public IdentitySession Validate(ThreePid threePid) => _sessions.Validated(threePid.Medium.ToString(), threePid.Address);

    /// <inheritdoc/>
    public void RefuseBinding(string address, int status, string errorCode) => _refusals[address] = (status, errorCode);

    /// <inheritdoc/>
    public Task<IdentityCall?> AwaitAsync(Func<IdentityCall, bool> matches, TimeSpan deadline, CancellationToken cancellationToken) =>
        _calls.AwaitAsync(calls => calls.FirstOrDefault(matches), deadline, cancellationToken);

    /// <inheritdoc/>
    public WebAnswer? Answer(WebCall call)
    {
        if (!call.Path.StartsWith(Root, StringComparison.Ordinal))
            return null;
        requests.Add("identity", call);
        var request = new IdentityRequest(call, UserOf(call), XMatrix.Read(call.Header("Authorization")));
        var answer = Answer(request, call.Path[Root.Length..]);
        _calls.Add(new IdentityCall(call.Method, call.Path, call.Json, request.UserId, request.Signature, answer.Status));
        return answer;
    }

    // A client may send its token in the query, too.
    private static string? Token(WebCall call) => call.BearerToken ?? call.Query("access_token");

    private string? UserOf(WebCall call) => Token(call) is { } token ? _tokens.GetValueOrDefault(token) : null;

    private WebAnswer Answer(IdentityRequest request, string path)
    {
        var routes = Routes(path);
        if (routes.Count == 0)
            return WebAnswer.Error(404, "M_UNRECOGNIZED", "There is no such endpoint.");
        if (routes.FirstOrDefault(route => route.Method == request.Call.Method) is not { } route)
            return WebAnswer.Error(405, "M_UNRECOGNIZED", $"The endpoint does not take {request.Call.Method}.");
        return route.NeedsToken && request.UserId is null ? Unauthorised() : route.Handler(request);
    }

    /// <summary>What may be done at a path; empty where there is no such endpoint.</summary>
    private IReadOnlyList<IdentityRoute> Routes(string path) => path switch
    {
        "/versions" => [IdentityRoute.Get(_ => Json(("versions", new JsonArray("v1.1", "v1.19"))))],
        "/v2" or "/api/v1" => [IdentityRoute.Get(_ => Json())],
        "/v2/account/register" => [IdentityRoute.Post(request => Register(request.Call))],
        "/v2/account" => [IdentityRoute.Get(request => Json(("user_id", request.UserId!)), needsToken: true)],
        "/v2/account/logout" => [IdentityRoute.Post(request => LogOut(request.Call))],
        // There are no terms, so there is nothing to remember of their acceptance.
        "/v2/terms" => [IdentityRoute.Get(_ => Json(("policies", new JsonObject()))), IdentityRoute.Post(_ => Json(), needsToken: true)],
        "/v2/pubkey/isvalid" or "/api/v1/pubkey/isvalid" =>
            [IdentityRoute.Get(request => Json(("valid", request.Call.Query("public_key") == _key.PublicKey)))],
        "/v2/pubkey/ephemeral/isvalid" => [IdentityRoute.Get(_ => Json(("valid", false)))],
        // Version 1 has no accounts.
        "/v2/validate/email/requestToken" => [IdentityRoute.Post(request => RequestToken(request.Call, "email"), needsToken: true)],
        "/v2/validate/msisdn/requestToken" => [IdentityRoute.Post(request => RequestToken(request.Call, "msisdn"), needsToken: true)],
        "/api/v1/validate/email/requestToken" => [IdentityRoute.Post(request => RequestToken(request.Call, "email"))],
        "/api/v1/validate/msisdn/requestToken" => [IdentityRoute.Post(request => RequestToken(request.Call, "msisdn"))],
        // The link of a mail is opened without a token, too.
        "/v2/validate/email/submitToken" or "/v2/validate/msisdn/submitToken" or "/api/v1/validate/email/submitToken"
            or "/api/v1/validate/msisdn/submitToken" =>
            [IdentityRoute.Post(request => SubmitToken(request.Call)), IdentityRoute.Get(request => SubmitTokenOnPage(request.Call))],
        "/v2/3pid/getValidated3pid" => [IdentityRoute.Get(request => Validated(request.Call), needsToken: true)],
        "/api/v1/3pid/getValidated3pid" => [IdentityRoute.Get(request => Validated(request.Call))],
        "/v2/3pid/bind" => [IdentityRoute.Post(request => Bind(request.Call), needsToken: true)],
        "/v2/3pid/unbind" => [IdentityRoute.Post(request => Unbind(request.Call, request.Signature))],
        _ when path.StartsWith(KeyPrefix, StringComparison.Ordinal) && !path[KeyPrefix.Length..].Contains('/', StringComparison.Ordinal) =>
            [IdentityRoute.Get(_ => PublicKey(path[KeyPrefix.Length..]))],
        _ => [],
    };

    private WebAnswer PublicKey(string id) => id == _key.Id
        ? Json(("public_key", _key.PublicKey))
        : WebAnswer.Error(404, "M_NOT_FOUND", "There is no such key.");

    private WebAnswer Register(WebCall call) =>
        // A real server would ask the homeserver whose OpenID token it is; nothing here depends on it.
        call.Argument("access_token") is { Length: > 0 } && call.Argument("matrix_server_name") is { Length: > 0 } server
            ? Json(("token", IssueAccessToken($"@someone:{server}")))
            : WebAnswer.Error(400, "M_MISSING_PARAMS", "access_token and matrix_server_name are needed.");

    private WebAnswer LogOut(WebCall call) =>
        Token(call) is { } token && _tokens.TryRemove(token, out _) ? Json() : Unauthorised();

    private WebAnswer RequestToken(WebCall call, string medium)
    {
        var address = medium == "email"
            ? call.Argument("email")?.ToLowerInvariant()
            : PhoneNumber.Canonical(call.Argument("country"), call.Argument("phone_number"));
        if (call.Argument("client_secret") is not { Length: > 0 } secret || !long.TryParse(call.Argument("send_attempt"), out var attempt))
            return WebAnswer.Error(400, "M_MISSING_PARAMS", "client_secret and send_attempt are needed.");
        if (string.IsNullOrEmpty(address) || (medium == "email" && !address.Contains('@', StringComparison.Ordinal)))
            return WebAnswer.Error(400, medium == "email" ? "M_INVALID_EMAIL" : "M_INVALID_ADDRESS", "The address is none.");
        var (session, isToBeSent) = _sessions.Begin(medium, address, secret, attempt, NextLink(call));
        if (isToBeSent)
            Send(session, call.Path[..call.Path.IndexOf("/validate/", StringComparison.Ordinal)]);
        return Json(("sid", session.Id), ("success", true));
    }

    // Nothing else is a page.
    private static string? NextLink(WebCall call) =>
        Uri.TryCreate(call.Argument("next_link"), UriKind.Absolute, out var link) && link.Scheme is ("http" or "https")
            ? link.AbsoluteUri
            : null;

    private void Send(ValidationSession session, string root)
    {
        if (session.Medium == "msisdn")
        {
            texts.Add(new TextMessage(session.Address, session.Token, $"Your code is {session.Token}."));
            return;
        }

        var link = new Uri(Url,
            $"{root}/validate/email/submitToken?sid={session.Id}&client_secret={Uri.EscapeDataString(session.ClientSecret)}&token={session.Token}");
        mailbox.Add(
            new MailMessage
            {
                Sender = "identity@localhost",
                Recipients = [session.Address],
                Subject = "Confirm your address",
                Text = $"Open this page: {link.AbsoluteUri}",
                Links = [link]
            });
    }

    private WebAnswer SubmitToken(WebCall call) => Submitted(call, out var refusal) is not null
        ? Json(("success", true))
        : WebAnswer.Error(400, refusal.Code, refusal.Message);

    /// <summary>As <see cref="SubmitToken"/>, for a person with a browser.</summary>
    private WebAnswer SubmitTokenOnPage(WebCall call) => Submitted(call, out var refusal) switch
    {
        null => WebAnswer.Html(400, "Not confirmed", $"<p>{refusal.Message}</p>"),
        { NextLink: { } next } => WebAnswer.Redirect(next),
        _ => WebAnswer.Html(200, "Confirmed", "<p>The address is confirmed.</p>"),
    };

    /// <summary>The session that a token validates; null, and why, where it validates none.</summary>
    private ValidationSession? Submitted(WebCall call, out (string Code, string Message) refusal)
    {
        refusal = default;
        if (call.Argument("sid") is not { } id || call.Argument("client_secret") is not { } secret
            || call.Argument("token") is not { } token)
        {
            refusal = ("M_MISSING_PARAMS", "sid, client_secret and token are needed.");
            return null;
        }

        if (_sessions.Find(id, secret) is not { } session)
        {
            refusal = ("M_INVALID_PARAM", "There is no such session.");
            return null;
        }

        if (_sessions.Submit(session, token))
            return session;
        refusal = ("M_TOKEN_INCORRECT", "The token is not the one that was sent.");
        return null;
    }

    private WebAnswer Validated(WebCall call)
    {
        if (call.Query("sid") is null || call.Query("client_secret") is null)
            return WebAnswer.Error(400, "M_MISSING_PARAMS", "sid and client_secret are needed.");
        if (_sessions.Find(call.Query("sid"), call.Query("client_secret")) is not { } session)
            return WebAnswer.Error(404, "M_NO_VALID_SESSION", "There is no such session.");
        return session.ValidatedAt is { } validatedAt
            ? Json(("medium", session.Medium), ("address", session.Address), ("validated_at", validatedAt))
            : WebAnswer.Error(400, "M_SESSION_NOT_VALIDATED", "The session is not validated.");
    }

    private WebAnswer Bind(WebCall call)
    {
        if (call.Argument("mxid") is not { Length: > 0 } mxid || call.Argument("sid") is null || call.Argument("client_secret") is null)
            return WebAnswer.Error(400, "M_MISSING_PARAMS", "sid, client_secret and mxid are needed.");
        if (_sessions.Find(call.Argument("sid"), call.Argument("client_secret")) is not { } session)
            return WebAnswer.Error(404, "M_NO_VALID_SESSION", "There is no such session.");
        if (session.ValidatedAt is null)
            return WebAnswer.Error(400, "M_SESSION_NOT_VALIDATED", "The session is not validated.");
        if (_refusals.TryGetValue(session.Address, out var refusal))
            return WebAnswer.Error(refusal.Status, refusal.ErrorCode, "The binding is refused.");
        _bindings[(session.Medium, session.Address)] = mxid;
        var now = TimeProvider.System.GetUtcNow();
        var association = new JsonObject
        {
            ["address"] = session.Address,
            ["medium"] = session.Medium,
            ["mxid"] = mxid,
            ["not_before"] = now.ToUnixTimeMilliseconds(),
            ["not_after"] = now.AddYears(100).ToUnixTimeMilliseconds(),
            ["ts"] = now.ToUnixTimeMilliseconds(),
        };
        return WebAnswer.Json(200, _key.Sign(association, Name));
    }

    /// <summary>Unbinding is authorised by the signature of the user's homeserver, or by the validated session itself.</summary>
    private WebAnswer Unbind(WebCall call, HomeserverSignature? signature)
    {
        var mxid = call.Argument("mxid");
        if (mxid is null || call.Json?.Member("threepid") is not { } threepid
            || threepid.Text("medium") is not { } medium || threepid.Text("address") is not { } address)
        {
            return WebAnswer.Error(400, "M_MISSING_PARAMS", "mxid and threepid are needed.");
        }

        var session = _sessions.Find(call.Argument("sid"), call.Argument("client_secret"));
        var isProven = session is { ValidatedAt: not null } && session.Medium == medium && session.Address == address;
        var isSigned = signature is not null && mxid.EndsWith($":{signature.Origin}", StringComparison.Ordinal);
        if (!isProven && !isSigned)
            return WebAnswer.Error(
                403, "M_FORBIDDEN", "Neither the user's homeserver has signed it nor is the session a validated one of the address.");
        return ((ICollection<KeyValuePair<(string, string), string>>)_bindings).Remove(new((medium, address), mxid))
            ? Json()
            : WebAnswer.Error(404, "M_NOT_FOUND", "The address is not bound to that user.");
    }

    private static WebAnswer Json(params (string Name, JsonNode? Value)[] members) =>
        WebAnswer.Json(200, new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, member.Value))));

    private static WebAnswer Unauthorised() => WebAnswer.Error(401, "M_UNAUTHORIZED", "An access token is needed.");
}
