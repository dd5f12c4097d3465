using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>A session in which an email address is validated.</summary>
/// <param name="id">Its ID.</param>
/// <param name="request">The request it was begun with.</param>
/// <param name="token">The token in the message, which nobody else knows. A secret.</param>
/// <param name="expiresAt">When it ends.</param>
internal sealed class MailSession(string id, TokenRequest request, string token, DateTimeOffset expiresAt)
{
    /// <summary>Its ID.</summary>
    public string Id { get; } = id;

    /// <summary>What the client identifies it by. A secret.</summary>
    public string ClientSecret { get; } = request.ClientSecret;

    /// <summary>The address.</summary>
    public ThirdPartyIdentifier Identifier { get; } = request.Identifier;

    /// <summary>The token in the message, which nobody else knows. A secret.</summary>
    public string Token { get; } = token;

    /// <summary>When it ends.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    /// <summary>The greatest attempt for which a message was sent; null before the first. Guarded by <see cref="Gate"/>.</summary>
    public long? LastAttempt { get; set; }

    /// <summary>Where the browser goes after the validation; null for nowhere.</summary>
    public Uri? NextLink { get; set; }

    /// <summary>When the address was validated; null before.</summary>
    public DateTimeOffset? ValidatedAt { get; set; }

    /// <summary>Lets one request at a time send messages, so that none is sent twice.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);
}
