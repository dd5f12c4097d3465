using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>A refresh token that was issued and not revoked.</summary>
/// <param name="userId">The ID of the user who owns it.</param>
/// <param name="deviceId">The device it belongs to.</param>
internal sealed class RefreshToken(string userId, string deviceId)
{
    /// <summary>The ID of the user who owns it.</summary>
    public string UserId { get; } = userId;

    /// <summary>The device it belongs to.</summary>
    public string DeviceId { get; } = deviceId;

    /// <summary>How its session began.</summary>
    public required SessionOrigin Origin { get; init; }

    /// <summary>Whether it was exchanged for new tokens, none of which was used yet.</summary>
    public bool IsExchanged { get; set; }

    /// <summary>The refresh token that was exchanged for this token; null once this token has been used.</summary>
    public string? Supersedes { get; set; }
}
