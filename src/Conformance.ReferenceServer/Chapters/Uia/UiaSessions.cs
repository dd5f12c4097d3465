using System.Collections.Concurrent;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>The sessions of user-interactive authentication.</summary>
internal sealed class UiaSessions(UiaRules rules, ReferenceServerOptions options)
{
    private const int SweepEvery = 1024;
    private readonly ConcurrentDictionary<string, UiaSession> _sessions = new(StringComparer.Ordinal);
    private int _begun;

    /// <summary>Begins a session for a call.</summary>
    public UiaSession Begin(Call call)
    {
        if (Interlocked.Increment(ref _begun) % SweepEvery == 0)
        {
            RemoveExpired();
        }

        var expiresAt = options.Clock.GetUtcNow() + options.UiaSessionLifetime;
        var session = new UiaSession(rules.NewSession(), UiaBinding.Of(call), call.Caller?.Account, call.Body, expiresAt);
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>The session with an identifier; null if it was never issued, or is over.</summary>
    public UiaSession? Find(string id) =>
        _sessions.TryGetValue(id, out var session) && session.ExpiresAt > options.Clock.GetUtcNow() ? session : null;

    /// <summary>Ends a session.</summary>
    public void End(UiaSession session) => _sessions.TryRemove(session.Id, out _);

    private void RemoveExpired()
    {
        var now = options.Clock.GetUtcNow();
        foreach (var session in _sessions.Values.Where(session => session.ExpiresAt <= now))
        {
            End(session);
        }
    }
}
