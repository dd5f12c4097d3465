using System.Collections.Concurrent;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Login tokens: each for one login, and for a short time.</summary>
internal sealed class LoginTokenService(LoginRules rules, ReferenceServerOptions options)
{
    private readonly ConcurrentDictionary<string, Issued> _tokens = new(StringComparer.Ordinal);

    /// <summary>Issues a login token for a user.</summary>
    /// <returns>The token. A secret.</returns>
    public string Issue(Account account) => Issue(account, SessionOrigin.LoginToken, options.LoginTokenLifetime);

    /// <summary>Issues a login token for a user who signed on.</summary>
    /// <returns>The token. A secret.</returns>
    public string IssueForSignOn(Account account) =>
        Issue(account, SessionOrigin.SingleSignOn, options.SingleSignOn!.LoginTokenLifetime);

    /// <summary>Uses a login token up.</summary>
    /// <returns>The user it is for, and how the session begins; null if it is unknown, used or expired.</returns>
    public (Account Account, SessionOrigin Origin)? Redeem(string token)
    {
        if (!_tokens.TryRemove(token, out var issued) || rules.TokenIsOver(issued.ExpiresAt, options.Clock.GetUtcNow()))
        {
            return null;
        }

        if (issued.LoginsLeft > 1)
        {
            _tokens[token] = issued with { LoginsLeft = issued.LoginsLeft - 1 };
        }

        return (issued.Account, issued.Origin);
    }

    private string Issue(Account account, SessionOrigin origin, TimeSpan lifetime)
    {
        var token = OpaqueTokens.Create();
        _tokens[token] = new Issued(account, origin, options.Clock.GetUtcNow() + lifetime, rules.LoginsPerToken);
        return token;
    }

    private sealed record Issued(Account Account, SessionOrigin Origin, DateTimeOffset ExpiresAt, int LoginsLeft);
}
