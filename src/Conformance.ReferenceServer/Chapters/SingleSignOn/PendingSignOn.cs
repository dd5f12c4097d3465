using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>A sign-on that was begun in a browser.</summary>
/// <param name="state">What its URLs name it by. A secret.</param>
/// <param name="browserKey">What the browser proves by its cookie that it began here. A secret.</param>
/// <param name="expiresAt">Until when it may come back.</param>
internal sealed class PendingSignOn(string state, string browserKey, DateTimeOffset expiresAt)
{
    /// <summary>What its URLs name it by. A secret.</summary>
    public string State { get; } = state;

    /// <summary>What the browser proves by its cookie that it began here. A secret.</summary>
    public string BrowserKey { get; } = browserKey;

    /// <summary>Until when it may come back.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>Where the login token goes; null where a stage is to be completed.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The session whose stage is to be completed; null for a login.</summary>
    public UiaSession? Session { get; init; }

    /// <summary>Who signed on; null before the provider has told.</summary>
    public Account? Account { get; init; }
}
