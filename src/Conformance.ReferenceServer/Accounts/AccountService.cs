using System.Collections.Concurrent;

namespace Conformance.ReferenceServer.Accounts;

/// <summary>The users of the homeserver.</summary>
internal class AccountService(ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    /// <summary>Every user, deactivated ones included.</summary>
    public IEnumerable<Account> All => _accounts.Values;

    /// <summary>Creates a user.</summary>
    /// <param name="localpart">A valid localpart.</param>
    /// <param name="password">The password; null for a user who cannot log in by password.</param>
    /// <returns>The new account, or null if the name is taken.</returns>
    public virtual Account? TryCreate(string localpart, string? password)
    {
        var account = new Account(localpart, options.ServerName)
        {
            Password = password is null ? null : new PasswordHash(password),
        };
        return _accounts.TryAdd(account.UserId, account) ? account : null;
    }

    /// <summary>The user with a user ID; null if there never was one.</summary>
    public virtual Account? Find(string userId) => _accounts.GetValueOrDefault(userId);

    /// <summary>Whether a localpart is taken. Those of deactivated users stay so.</summary>
    public virtual bool IsTaken(string localpart) => _accounts.ContainsKey(UserIdOf(localpart));

    /// <summary>The user ID of a localpart.</summary>
    public string UserIdOf(string localpart) => $"@{localpart}:{options.ServerName}";

    /// <summary>Whether this is the user's password.</summary>
    public virtual bool VerifyPassword(Account account, string password) => account.Password?.Matches(password) ?? false;

    /// <summary>Gives the user another password.</summary>
    public virtual void SetPassword(Account account, string password) => account.Password = new PasswordHash(password);

    /// <summary>Ends the account. It keeps its password, so that its former owner is told what became of it, and nobody else is.</summary>
    public virtual void Deactivate(Account account) => account.IsDeactivated = true;
}
