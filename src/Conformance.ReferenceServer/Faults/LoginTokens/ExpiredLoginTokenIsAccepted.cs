using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-06.</summary>
internal sealed class ExpiredLoginTokenIsAccepted()
    : PartFault<LoginTokenService, ExpiredLoginTokenIsAccepted.Faulty>("LGT-06", "A login token that has expired is still accepted, once.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : LoginTokenService(options)
    {
        private readonly ConcurrentDictionary<string, Account> _issued = new(StringComparer.Ordinal);

        public override string Issue(Account account)
        {
            var token = base.Issue(account);
            _issued[token] = account;
            return token;
        }

        public override Account? Redeem(string token)
        {
            _ = base.Redeem(token);
            return _issued.TryRemove(token, out var account) ? account : null;
        }
    }
}
