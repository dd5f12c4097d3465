using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Tokens;

/// <summary>Login tokens: each for one login, and for a short time.</summary>
internal class LoginTokenService(ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<string, (Account Account, DateTimeOffset ExpiresAt)> _tokens = new(StringComparer.Ordinal);

    /// <summary>Issues one for a user.</summary>
    /// <returns>The token. A secret.</returns>
    public virtual string Issue(Account account)
    {
        var token = OpaqueTokens.Create();
        _tokens[token] = (account, options.Clock.GetUtcNow() + options.LoginTokenLifetime);
        return token;
    }

    /// <summary>Uses one up.</summary>
    /// <returns>The user it is for; null if it is unknown, used or expired.</returns>
    public virtual Account? Redeem(string token) =>
        _tokens.TryRemove(token, out var issued) && issued.ExpiresAt > options.Clock.GetUtcNow() ? issued.Account : null;
}
