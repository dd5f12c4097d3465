using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>An access token that was issued and not revoked.</summary>
/// <param name="userId">The ID of the user who owns it.</param>
/// <param name="deviceId">The device it belongs to.</param>
internal sealed class AccessToken(string userId, string deviceId)
{
    /// <summary>The ID of the user who owns it.</summary>
    public string UserId { get; } = userId;

    /// <summary>The device it belongs to.</summary>
    public string DeviceId { get; } = deviceId;

    /// <summary>How its session began.</summary>
    public required SessionOrigin Origin { get; init; }

    /// <summary>Whether its session can be refreshed.</summary>
    public bool IsRefreshable { get; init; }

    /// <summary>Whether a refresh gave it.</summary>
    public bool IsRefreshed { get; init; }

    /// <summary>When it expires; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The refresh token that was exchanged for this token; null once this token has been used.</summary>
    public string? Supersedes { get; set; }
}
