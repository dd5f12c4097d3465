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
/// which homeservers use
/// where they let another server send the messages; binding and unbinding; accounts. It sends no message out of this process.
/// </summary>
/// <param name="texts">Where its text messages go.</param>
/// <param name="mailbox">Where its mail goes.</param>
internal sealed class IdentityServer(TextMessages texts, Mailbox mailbox) : IIdentityServer, IWebCompanion
{
    private const string Root = "/_matrix/identity";

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
        var userId = call.BearerToken is { } token ? _tokens.GetValueOrDefault(token) : null;
        var signature = XMatrix.Read(call.Header("Authorization"));
        var answer = Answer(call, call.Path[Root.Length..], userId, signature);
        _calls.Add(new IdentityCall(call.Method, call.Path, call.Json, userId, signature, answer.Status));
        return answer;
    }

    private WebAnswer Answer(WebCall call, string path, string? userId, HomeserverSignature? signature) => (call.Method, path) switch
    {
        ("GET", "/versions") => WebAnswer.Json(200, new JsonObject { ["versions"] = new JsonArray("v1.1", "v1.19") }),
        ("GET", "/v2" or "/api/v1") => WebAnswer.Json(200, new JsonObject()),
        ("POST", "/v2/account/register") => Register(call),
        ("GET", "/v2/account") => userId is null ? Unauthorised() : WebAnswer.Json(200, new JsonObject { ["user_id"] = userId }),
        ("POST", "/v2/account/logout") => LogOut(call),
        ("GET", "/v2/terms") => WebAnswer.Json(200, new JsonObject { ["policies"] = new JsonObject() }),
        ("GET", "/v2/pubkey/isvalid" or "/api/v1/pubkey/isvalid") =>
            WebAnswer.Json(200, new JsonObject { ["valid"] = call.Query("public_key") == _key.PublicKey }),
        ("GET", "/v2/pubkey/ephemeral/isvalid") => WebAnswer.Json(200, new JsonObject { ["valid"] = false }),
        ("GET", _) when path == $"/v2/pubkey/{_key.Id}" => WebAnswer.Json(200, new JsonObject { ["public_key"] = _key.PublicKey }),
        ("POST", "/v2/3pid/unbind") => Unbind(call, signature),
        // Version 1 has no accounts.
        ("POST", "/api/v1/validate/email/requestToken") => RequestToken(call, "email"),
        ("POST", "/api/v1/validate/msisdn/requestToken") => RequestToken(call, "msisdn"),
        ("POST" or "GET", "/api/v1/validate/email/submitToken" or "/api/v1/validate/msisdn/submitToken") => SubmitToken(call),
        ("GET", "/api/v1/3pid/getValidated3pid") => Validated(call),
        // The link of a mail is opened without a token, too.
        ("POST" or "GET", "/v2/validate/email/submitToken" or "/v2/validate/msisdn/submitToken") => SubmitToken(call),
        _ when !path.StartsWith("/v2/", StringComparison.Ordinal) => WebAnswer.Error(404, "M_UNRECOGNIZED", "There is no such endpoint."),
        _ when userId is null => Unauthorised(),
        ("POST", "/v2/validate/email/requestToken") => RequestToken(call, "email"),
        ("POST", "/v2/validate/msisdn/requestToken") => RequestToken(call, "msisdn"),
        ("GET", "/v2/3pid/getValidated3pid") => Validated(call),
        ("POST", "/v2/3pid/bind") => Bind(call),
        _ => WebAnswer.Error(404, "M_UNRECOGNIZED", "There is no such endpoint."),
    };

    private WebAnswer Register(WebCall call) =>
        // The homeserver would have to be asked whose the OpenID token is; nothing here hangs on it.
        call.Argument("access_token") is { Length: > 0 } && call.Argument("matrix_server_name") is { Length: > 0 } server
            ? WebAnswer.Json(200, new JsonObject { ["token"] = IssueAccessToken($"@someone:{server}") })
            : WebAnswer.Error(400, "M_MISSING_PARAMS", "access_token and matrix_server_name are needed.");

    private WebAnswer LogOut(WebCall call) =>
        call.BearerToken is { } token && _tokens.TryRemove(token, out _) ? WebAnswer.Json(200, new JsonObject()) : Unauthorised();

    private WebAnswer RequestToken(WebCall call, string medium)
    {
        var address = medium == "email"
            ? call.Argument("email")?.ToLowerInvariant()
            : PhoneNumber.Canonical(call.Argument("country"), call.Argument("phone_number"));
        if (call.Argument("client_secret") is not { Length: > 0 } secret || !long.TryParse(call.Argument("send_attempt"), out var attempt))
            return WebAnswer.Error(400, "M_MISSING_PARAMS", "client_secret and send_attempt are needed.");
        if (string.IsNullOrEmpty(address) || (medium == "email" && !address.Contains('@', StringComparison.Ordinal)))
            return WebAnswer.Error(400, medium == "email" ? "M_INVALID_EMAIL" : "M_INVALID_ADDRESS", "The address is none.");
        var (session, isToBeSent) = _sessions.Begin(medium, address, secret, attempt);
        if (isToBeSent)
            Send(session, call.Path[..call.Path.IndexOf("/validate/", StringComparison.Ordinal)]);
        return WebAnswer.Json(200, new JsonObject { ["sid"] = session.Id, ["success"] = true });
    }

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

    private WebAnswer SubmitToken(WebCall call)
    {
        if (_sessions.Find(call.Argument("sid"), call.Argument("client_secret")) is not { } session)
            return WebAnswer.Error(404, "M_NO_VALID_SESSION", "There is no such session.");
        return WebAnswer.Json(200, new JsonObject { ["success"] = _sessions.Submit(session, call.Argument("token")) });
    }

    private WebAnswer Validated(WebCall call)
    {
        if (_sessions.Find(call.Query("sid"), call.Query("client_secret")) is not { } session)
            return WebAnswer.Error(404, "M_NO_VALID_SESSION", "There is no such session.");
        return session.ValidatedAt is { } validatedAt
            ? WebAnswer.Json(
                200, new JsonObject { ["medium"] = session.Medium, ["address"] = session.Address, ["validated_at"] = validatedAt })
            : WebAnswer.Error(400, "M_SESSION_NOT_VALIDATED", "The session is not validated.");
    }

    private WebAnswer Bind(WebCall call)
    {
        if (call.Argument("mxid") is not { Length: > 0 } mxid)
            return WebAnswer.Error(400, "M_MISSING_PARAMS", "mxid is needed.");
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
            ? WebAnswer.Json(200, new JsonObject())
            : WebAnswer.Error(404, "M_NOT_FOUND", "The address is not bound to that user.");
    }

    private static WebAnswer Unauthorised() => WebAnswer.Error(401, "M_UNAUTHORIZED", "An access token is needed.");
}
