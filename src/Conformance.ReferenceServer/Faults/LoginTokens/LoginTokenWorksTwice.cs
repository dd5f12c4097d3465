using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-04.</summary>
internal sealed class LoginTokenWorksTwice()
    : PartFault<LoginTokenService, LoginTokenWorksTwice.Faulty>("LGT-04", "A login token works more than once.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : LoginTokenService(options)
    {
        private readonly ConcurrentDictionary<string, Account> _redeemed = new(StringComparer.Ordinal);

        public override Account? Redeem(string token)
        {
            if (base.Redeem(token) is { } account)
            {
                _redeemed[token] = account;
            }

            return _redeemed.GetValueOrDefault(token);
        }
    }
}
