namespace Conformance.ReferenceServer.Configuration;

/// <summary>A registration token that may be used up or expire.</summary>
/// <param name="token">The token: 1 to 64 characters of <c>A-Z a-z 0-9 . _ ~ -</c>. A secret.</param>
/// <param name="uses">How many registrations it allows; null for any number.</param>
/// <param name="expiresAt">When it ends; null for never.</param>
public sealed class LimitedRegistrationToken(string token, int? uses = null, DateTimeOffset? expiresAt = null)
{
    /// <summary>The token. A secret.</summary>
    public string Token { get; } = token;

    /// <summary>How many registrations it allows; null for any number.</summary>
    public int? Uses { get; } = uses;

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ExpiresAt { get; } = expiresAt;
}
