using Conformance.Matrix.Actors;

namespace Conformance.Matrix.Scenarios.Knowledge;

/// <summary>The actors of a scenario, in the order of their first mention.</summary>
internal sealed class People
{
    private readonly OrderedDictionary<string, Actor> _actors = new(StringComparer.Ordinal);
    private Dictionary<string, AccountState>? _prepared;

    /// <summary>Every actor.</summary>
    public IReadOnlyList<Actor> All => [.. _actors.Values];

    /// <summary>An actor, made on first mention.</summary>
    public Actor Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (!_actors.TryGetValue(name, out var actor))
            _actors.Add(name, actor = new Actor(name));
        return actor;
    }

    /// <summary>Keeps the accounts as they are before the first request that the scenario is about; later ones change nothing.</summary>
    public void Prepared() => _prepared ??= _actors.Values.ToDictionary(actor => actor.Name, AccountState.Of, StringComparer.Ordinal);

    /// <summary>An actor's account as the scenario was prepared.</summary>
    public AccountState AsPrepared(Actor actor) => _prepared?.GetValueOrDefault(actor.Name) ?? AccountState.Of(actor);

    /// <summary>The actor who has an account; null if nobody has it.</summary>
    public Actor? OfUser(string userId) => _actors.Values.FirstOrDefault(actor => actor.Account?.UserId == userId);

    /// <summary>The actor whose session an access token belongs to; null if it is nobody's.</summary>
    public Actor? OfToken(string? accessToken) =>
        accessToken is null
            ? null
            : _actors.Values.FirstOrDefault(actor => actor.Sessions.Values.Any(session => session.AccessToken == accessToken));

    /// <summary>The session that has or had a refresh token; null if none had it.</summary>
    public Session? SessionOf(string refreshToken) =>
        _actors.Values.SelectMany(actor => actor.Sessions.Values).FirstOrDefault(session => session.RefreshTokens.Contains(refreshToken));
}
