using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Tokens;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-03.</summary>
internal sealed class LoginTokenAsksOnce()
    : PartFault<GenerateLoginToken, LoginTokenAsksOnce.Faulty>("LGT-03", "After the first login token the next ones are given without further authentication.")
{
    internal sealed class Faulty(UiaEngine engine, LoginTokenService loginTokens, ReferenceServerOptions options) : GenerateLoginToken(engine, loginTokens, options)
    {
        private readonly ConcurrentDictionary<string, bool> _authenticated = new(StringComparer.Ordinal);

        public override bool NeedsAuthentication(Call call) => !_authenticated.ContainsKey(call.RequiredCaller.Account.UserId);

        protected override Reply Perform(Call call, Account? authenticated)
        {
            _authenticated[call.RequiredCaller.Account.UserId] = true;
            return base.Perform(call, authenticated);
        }
    }
}
