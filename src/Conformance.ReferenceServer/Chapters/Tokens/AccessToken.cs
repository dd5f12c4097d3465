namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>An access token that was issued and not revoked.</summary>
/// <param name="userId">Whose it is.</param>
/// <param name="deviceId">The device it belongs to.</param>
internal sealed class AccessToken(string userId, string deviceId)
{
    /// <summary>Whose it is.</summary>
    public string UserId { get; } = userId;

    /// <summary>The device it belongs to.</summary>
    public string DeviceId { get; } = deviceId;

    /// <summary>When it expires; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The refresh token it was got by, until it is used for the first time.</summary>
    public string? Supersedes { get; set; }
}
