using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Validates email addresses: the homeserver itself sends a link to its own page.</summary>
internal sealed class MailValidation(
    MailSender mail, HomeserverAddress address, ThreePidRules rules, ReferenceServerOptions options) : IValidation
{
    /// <summary>The path of the page that a link leads to; no part of the Matrix API.</summary>
    public const string PagePath = "/validation/email";

    private readonly ConcurrentDictionary<(ThirdPartyIdentifier Identifier, string ClientSecret), MailSession> _sessions = [];

    /// <inheritdoc/>
    public string Medium => Media.Email;

    /// <inheritdoc/>
    public bool IsAvailable => options.Mail is not null;

    /// <inheritdoc/>
    public async Task<JsonObject> BeginAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var session = SessionFor(request);
        await session.Gate.WaitAsync(cancellationToken);
        try
        {
            session.NextLink = request.NextLink;
            if (session.LastAttempt is not { } last || rules.SendsAgain(request.SendAttempt, last))
            {
                await mail.SendAsync(session.Identifier.Address, LinkOf(session), cancellationToken);
                session.LastAttempt = request.SendAttempt;
            }
        }
        finally
        {
            session.Gate.Release();
        }

        return new JsonObject { ["sid"] = session.Id };
    }

    /// <inheritdoc/>
    public Task<ValidatedIdentifier?> FindAsync(string sessionId, string clientSecret, CancellationToken cancellationToken) =>
        Task.FromResult(Find(sessionId, clientSecret) is { } session && !IsExpired(session) && session.ValidatedAt is { } validatedAt
            ? new ValidatedIdentifier(session.Identifier, validatedAt, session.Id)
            : null);

    /// <inheritdoc/>
    public bool TryUse(ValidatedIdentifier validated) =>
        _sessions.Values.FirstOrDefault(session => session.Id == validated.SessionId) is { } session
        && _sessions.TryRemove(KeyValuePair.Create((session.Identifier, session.ClientSecret), session));

    /// <summary>Validates the address of a session, by the token in the message.</summary>
    /// <returns>The session.</returns>
    /// <exception cref="MatrixException">400 <c>M_INVALID_PARAM</c>, <c>M_SESSION_EXPIRED</c> or <c>M_TOKEN_INCORRECT</c>.</exception>
    public MailSession Validate(string sessionId, string clientSecret, string token)
    {
        var session = Find(sessionId, clientSecret) ?? throw MatrixException.InvalidParam("There is no such session.");
        if (IsExpired(session))
        {
            throw new MatrixException(400, ErrorCodes.SessionExpired, "The session is over. Ask for another message.");
        }

        if (!OpaqueTokens.AreSame(session.Token, token))
        {
            throw new MatrixException(400, ErrorCodes.TokenIncorrect, "The token is not that of the message.");
        }

        session.ValidatedAt ??= options.Clock.GetUtcNow();
        return session;
    }

    private bool IsExpired(MailSession session) => session.ExpiresAt <= options.Clock.GetUtcNow();

    private MailSession? Find(string sessionId, string clientSecret) =>
        _sessions.Values.FirstOrDefault(session => session.Id == sessionId && OpaqueTokens.AreSame(session.ClientSecret, clientSecret));

    private MailSession SessionFor(TokenRequest request)
    {
        var key = (request.Identifier, request.ClientSecret);
        if (_sessions.TryGetValue(key, out var known) && IsExpired(known))
        {
            _ = _sessions.TryRemove(KeyValuePair.Create(key, known));
        }

        return _sessions.GetOrAdd(key, _ =>
            new MailSession(rules.NewSessionId(), request, OpaqueTokens.Create(), options.Clock.GetUtcNow() + options.ValidationLifetime));
    }

    private Uri LinkOf(MailSession session) => new(
        $"{address.Text}{PagePath}?sid={Uri.EscapeDataString(session.Id)}&client_secret={Uri.EscapeDataString(session.ClientSecret)}&token={session.Token}");
}
