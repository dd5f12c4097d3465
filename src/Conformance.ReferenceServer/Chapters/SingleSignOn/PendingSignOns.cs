using System.Collections.Concurrent;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>
/// The sign-ons under way, each bound by a cookie to the browser that began it ("Security considerations" of single sign-on).
/// </summary>
internal sealed class PendingSignOns(ReferenceServerOptions options)
{
    private const string CookiePrefix = "sign_on_";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, PendingSignOn> _pending = new(StringComparer.Ordinal);

    /// <summary>Begins a login.</summary>
    public PendingSignOn BeginLogin(string redirectUrl) =>
        Add(new(OpaqueTokens.Create(), OpaqueTokens.Create(), End) { RedirectUrl = redirectUrl });

    /// <summary>Begins the completion of a stage.</summary>
    public PendingSignOn BeginStage(UiaSession session) =>
        Add(new(OpaqueTokens.Create(), OpaqueTokens.Create(), End) { Session = session });

    /// <summary>Begins the question to a person who signed on, whether the login token may go to a URL.</summary>
    public PendingSignOn BeginConfirmation(string redirectUrl, Account account) =>
        Add(new(OpaqueTokens.Create(), OpaqueTokens.Create(), End) { RedirectUrl = redirectUrl, Account = account });

    /// <summary>Ends a sign-on that comes back to the browser it was begun in.</summary>
    /// <returns>The sign-on; null if it is unknown, expired, or belongs to another browser, which keeps it.</returns>
    public PendingSignOn? Take(string? state, IReadOnlyDictionary<string, string> cookies) =>
        state is not null && _pending.TryGetValue(state, out var found) && IsBrowserOf(found, cookies)
        && _pending.TryRemove(state, out var taken) && taken.ExpiresAt > options.Clock.GetUtcNow()
            ? taken
            : null;

    /// <summary>The header field that binds a sign-on to the browser.</summary>
    public static IReadOnlyDictionary<string, string> Bind(PendingSignOn signOn) =>
        Header($"{CookieName(signOn)}={signOn.BrowserKey}; Path=/; Max-Age={(int)Lifetime.TotalSeconds}; HttpOnly; SameSite=Lax");

    /// <summary>The header field that clears what <see cref="Bind"/> has set.</summary>
    public static IReadOnlyDictionary<string, string> Clear(PendingSignOn signOn) =>
        Header($"{CookieName(signOn)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax");

    /// <summary>Whether the cookies are those of the browser that a sign-on was begun in.</summary>
    private static bool IsBrowserOf(PendingSignOn signOn, IReadOnlyDictionary<string, string> cookies) =>
        cookies.TryGetValue(CookieName(signOn), out var key) && OpaqueTokens.AreSame(key, signOn.BrowserKey);

    private DateTimeOffset End => options.Clock.GetUtcNow() + Lifetime;

    private static string CookieName(PendingSignOn signOn) => CookiePrefix + signOn.State;

    private static Dictionary<string, string> Header(string cookie) => new() { ["Set-Cookie"] = cookie };

    private PendingSignOn Add(PendingSignOn signOn)
    {
        var now = options.Clock.GetUtcNow();
        foreach (var (state, _) in _pending.Where(entry => entry.Value.ExpiresAt <= now))
        {
            _pending.TryRemove(state, out _);
        }

        _pending[signOn.State] = signOn;
        return signOn;
    }
}
