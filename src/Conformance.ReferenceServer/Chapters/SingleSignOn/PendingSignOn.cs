using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>A sign-on that was begun in a browser.</summary>
/// <param name="state">Its name in URLs. A secret.</param>
/// <param name="browserKey">The cookie's value, which proves that the sign-on began in this browser. A secret.</param>
/// <param name="expiresAt">When the sign-on expires.</param>
internal sealed class PendingSignOn(string state, string browserKey, DateTimeOffset expiresAt)
{
    /// <summary>Its name in URLs. A secret.</summary>
    public string State { get; } = state;

    /// <summary>The cookie's value, which proves that the sign-on began in this browser. A secret.</summary>
    public string BrowserKey { get; } = browserKey;

    /// <summary>When the sign-on expires.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>Where the login token goes; null if a stage is to be completed.</summary>
    public string? RedirectUrl { get; init; }

    /// <summary>The session whose stage is to be completed; null for a login.</summary>
    public UiaSession? Session { get; init; }

    /// <summary>Who signed on; null until the provider has answered.</summary>
    public Account? Account { get; init; }
}
