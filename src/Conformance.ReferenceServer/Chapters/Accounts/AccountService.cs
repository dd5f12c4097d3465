using System.Collections.Concurrent;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Accounts;

/// <summary>The users of the homeserver.</summary>
internal sealed class AccountService(AccountRules rules, ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    /// <summary>Every user, deactivated ones included.</summary>
    public IEnumerable<Account> All => _accounts.Values;

    /// <summary>Creates a user.</summary>
    /// <param name="localpart">A valid localpart.</param>
    /// <param name="password">The password; null for a user who cannot log in by password.</param>
    /// <returns>The new account, or null if the name is taken.</returns>
    public Account? TryCreate(string localpart, string? password)
    {
        var account = new Account(localpart, options.ServerName)
        {
            Verifies = password is null ? null : new PasswordHash(password).Matches,
        };
        return _accounts.TryAdd(account.UserId, account) ? account
            : rules.NamesAreUnique ? null
            : Find(account.UserId);
    }

    /// <summary>Turns a guest into a full user with the same user ID.</summary>
    /// <returns>Whether the account was a guest's; false, and no change, if not.</returns>
    public bool TryUpgrade(Account guest, string? password)
    {
        lock (guest)
        {
            if (!guest.IsGuest)
            {
                return false;
            }

            guest.Verifies = password is null ? null : new PasswordHash(password).Matches;
            guest.IsGuest = !rules.UpgradeEndsGuest;
            return true;
        }
    }

    /// <summary>Refuses a password that the server does not take.</summary>
    /// <exception cref="MatrixException">400 <c>M_WEAK_PASSWORD</c>.</exception>
    public void CheckPassword(string password)
    {
        if (password.Length < options.LeastPasswordLength)
        {
            throw new MatrixException(400, ErrorCodes.WeakPassword, $"A password has at least {options.LeastPasswordLength} characters.");
        }
    }

    /// <summary>The user with a user ID; null if there never was one.</summary>
    public Account? Find(string userId) => _accounts.GetValueOrDefault(userId);

    /// <summary>Whether a localpart is taken. Localparts of deactivated users stay taken.</summary>
    public bool IsTaken(string localpart) => _accounts.ContainsKey(UserIdOf(localpart));

    /// <summary>The user ID of a localpart.</summary>
    public string UserIdOf(string localpart) => $"@{localpart}:{options.ServerName}";

    /// <summary>Sets the user's password.</summary>
    public void SetPassword(Account account, string password) => account.Verifies = rules.Verifier(account.Verifies, password);
}
