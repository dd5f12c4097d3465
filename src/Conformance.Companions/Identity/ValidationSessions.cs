using System.Globalization;
using System.Security.Cryptography;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Identity;

/// <summary>The identity server's validation sessions. Safe to use from many threads.</summary>
internal sealed class ValidationSessions
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ValidationSession> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Secret, string Medium, string Address), ValidationSession> _byOwner = [];

    /// <summary>Begins a session, or continues the one with the same secret and address.</summary>
    /// <param name="medium"><c>email</c> or <c>msisdn</c>.</param>
    /// <param name="address">The address in canonical form.</param>
    /// <param name="clientSecret">The client's secret.</param>
    /// <param name="attempt">A message is sent only if it is greater than before.</param>
    /// <param name="nextLink">Where the person's browser is sent afterwards; null for nowhere.</param>
    /// <returns>The session, and whether to send a message.</returns>
    public (ValidationSession Session, bool IsToBeSent) Begin(
        string medium, string address, string clientSecret, long attempt, string? nextLink)
    {
        lock (_gate)
        {
            if (!_byOwner.TryGetValue((clientSecret, medium, address), out var session))
            {
                session = new ValidationSession
                {
                    Id = RandomNumberGenerator.GetHexString(16, lowercase: true),
                    ClientSecret = clientSecret,
                    Medium = medium,
                    Address = address,
                    Token = medium == "msisdn"
                        ? RandomNumberGenerator.GetInt32(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture)
                        : RandomNumberGenerator.GetHexString(32, lowercase: true),
                    Attempt = long.MinValue,
                };
                _byId[session.Id] = session;
                _byOwner[(clientSecret, medium, address)] = session;
            }

            var isToBeSent = attempt > session.Attempt;
            session.Attempt = Math.Max(attempt, session.Attempt);
            session.NextLink = nextLink;
            return (session, isToBeSent);
        }
    }

    /// <summary>The session of an id and its secret; null where there is none, or the secret is another.</summary>
    public ValidationSession? Find(string? id, string? clientSecret)
    {
        lock (_gate)
            return id is not null && _byId.TryGetValue(id, out var session) && session.ClientSecret == clientSecret ? session : null;
    }

    /// <summary>Marks a session as validated where the token is the right one.</summary>
    public bool Submit(ValidationSession session, string? token)
    {
        if (session.Token != token)
            return false;
        lock (_gate)
            session.ValidatedAt ??= TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        return true;
    }

    /// <summary>A session that is validated from the start.</summary>
    public IdentitySession Validated(string medium, string address)
    {
        var (session, _) = Begin(medium, address, RandomNumberGenerator.GetHexString(32, lowercase: true), 1, nextLink: null);
        Submit(session, session.Token);
        return new IdentitySession(session.Id, session.ClientSecret);
    }
}
