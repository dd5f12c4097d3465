using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Tokens;
using System.Collections.Concurrent;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates LGT-04.</summary>
internal sealed class LoginTokenWorksTwice()
    : PartFault<LoginTokenService, LoginTokenWorksTwice.Faulty>("LGT-04", "A login token works for more than one login.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : LoginTokenService(options)
    {
        private readonly ConcurrentDictionary<string, Account> _redeemed = new(StringComparer.Ordinal);

        public override Account? Redeem(string token) => base.Redeem(token) is { } account ? _redeemed[token] = account : _redeemed.GetValueOrDefault(token);
    }
}
