using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Tokens;

/// <summary>Login tokens: each for one login, and for a short time.</summary>
internal class LoginTokenService(ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<string, (Account Account, DateTimeOffset ExpiresAt)> _tokens = new(StringComparer.Ordinal);

    /// <summary>Issues one for a user.</summary>
    /// <returns>The token. A secret.</returns>
    public virtual string Issue(Account account) => Issue(account, options.LoginTokenLifetime);

    /// <summary>Issues one for a user who signed on.</summary>
    /// <returns>The token. A secret.</returns>
    public virtual string IssueForSignOn(Account account) => Issue(account, options.SingleSignOn!.LoginTokenLifetime);

    /// <summary>Uses one up.</summary>
    /// <returns>The user it is for; null if it is unknown, used or expired.</returns>
    public virtual Account? Redeem(string token) =>
        _tokens.TryRemove(token, out var issued) && issued.ExpiresAt > options.Clock.GetUtcNow() ? issued.Account : null;

    private string Issue(Account account, TimeSpan lifetime)
    {
        var token = OpaqueTokens.Create();
        _tokens[token] = (account, options.Clock.GetUtcNow() + lifetime);
        return token;
    }
}
