using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LOG-27.</summary>
internal sealed class LoginTokenIsTheLatestUsers()
    : PartFault<LoginTokenService, LoginTokenIsTheLatestUsers.Faulty>("LOG-27", "A login token logs in whoever asked for one last.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : LoginTokenService(options)
    {
        private readonly ConcurrentDictionary<string, Account> _asked = new(StringComparer.Ordinal);

        public override string Issue(Account account)
        {
            _asked[string.Empty] = account;
            return base.Issue(account);
        }

        public override Account? Redeem(string token) => base.Redeem(token) is null ? null : _asked[string.Empty];
    }
}
