using Conformance.Matrix.Actors;

namespace Conformance.Matrix.Scenarios.Knowledge;

/// <summary>What a scenario has to remove in the end: the accounts that it made, whoever asked for them, and what it did to those that it
/// borrowed.</summary>
internal sealed class AccountsToRemove
{
    private readonly OrderedDictionary<string, MadeAccount> _made = new(StringComparer.Ordinal);
    private readonly List<(Actor Actor, Account Account)> _lent = [];

    /// <summary>The accounts made, in the order of their making.</summary>
    public IReadOnlyList<MadeAccount> Made => [.. _made.Values];

    /// <summary>The accounts lent, each as it was at first.</summary>
    public IReadOnlyList<(Actor Actor, Account Account)> Lent => _lent;

    /// <summary>Notes an account lent to the scenario.</summary>
    public void Lend(Actor actor, Account account) => _lent.Add((actor, account));

    /// <summary>Notes an account made.</summary>
    public void Add(MadeAccount account) => _made[account.UserId] = account;

    /// <summary>Notes an account unless it is known already.</summary>
    /// <returns>The account as it is known.</returns>
    public MadeAccount AddOnce(MadeAccount account)
    {
        _made.TryAdd(account.UserId, account);
        return _made[account.UserId];
    }

    /// <summary>Notes an access token, if it is one of an account made.</summary>
    public void AddToken(string userId, string accessToken)
    {
        if (_made.TryGetValue(userId, out var account))
            account.Tokens.Add(accessToken);
    }
}
