using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-03.</summary>
internal sealed class OldPasswordStaysValid()
    : PartFault<AccountService, OldPasswordStaysValid.Faulty>("PWD-03", "After a change the old password logs in as well.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountService(options)
    {
        private readonly ConcurrentDictionary<Account, PasswordHash> _old = [];

        public override void SetPassword(Account account, string password)
        {
            if (account.Password is { } old)
            {
                _old.TryAdd(account, old);
            }

            base.SetPassword(account, password);
        }

        public override bool VerifyPassword(Account account, string password) =>
            base.VerifyPassword(account, password) || (_old.TryGetValue(account, out var old) && old.Matches(password));
    }
}
