using System.Collections.Concurrent;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>The third-party identifiers of accounts. An identifier is on one account at most.</summary>
internal sealed class AccountIdentifiers(ThreePidRules rules, ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<ThirdPartyIdentifier, AddedIdentifier> _added = [];

    /// <summary>The account that has an identifier; null if none does.</summary>
    public Account? OwnerOf(ThirdPartyIdentifier identifier) => _added.GetValueOrDefault(identifier)?.Owner;

    /// <summary>Adds an identifier to an account.</summary>
    /// <returns>False if it is on another account.</returns>
    public bool TryAdd(Account account, ValidatedIdentifier validated)
    {
        var added = new AddedIdentifier(account, validated.Identifier, validated.ValidatedAt, options.Clock.GetUtcNow());
        if (OwnerOf(validated.Identifier) is { } owner && owner != account && !rules.FirstOwnerKeeps)
        {
            Remove(owner, validated.Identifier);
        }

        return _added.GetOrAdd(validated.Identifier, added).Owner == account;
    }

    /// <summary>The identifiers of an account, in the order in which they were added.</summary>
    public IReadOnlyList<AddedIdentifier> Of(Account account) =>
        [.. _added.Values.Where(added => added.Owner == account).OrderBy(added => added.AddedAt)];

    /// <summary>Removes an identifier from an account, if the account has it.</summary>
    public void Remove(Account account, ThirdPartyIdentifier identifier)
    {
        if (_added.TryGetValue(identifier, out var added) && added.Owner == account)
        {
            _ = _added.TryRemove(KeyValuePair.Create(identifier, added));
        }
    }

    /// <summary>Removes all identifiers from a deactivated account; others may have them now.</summary>
    public void Free(Account account)
    {
        foreach (var added in Of(account))
        {
            Remove(account, added.Identifier);
        }
    }
}
