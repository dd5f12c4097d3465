namespace Conformance.Companions.Identity;

/// <summary>A session in which a person proves that an address is theirs. Guarded by <see cref="ValidationSessions"/>.</summary>
internal sealed class ValidationSession
{
    /// <summary>Its <c>sid</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The client's secret.</summary>
    public required string ClientSecret { get; init; }

    /// <summary><c>email</c> or <c>msisdn</c>.</summary>
    public required string Medium { get; init; }

    /// <summary>The address in canonical form.</summary>
    public required string Address { get; init; }

    /// <summary>What the person is sent.</summary>
    public required string Token { get; init; }

    /// <summary>The greatest <c>send_attempt</c> so far.</summary>
    public long Attempt { get; set; }

    /// <summary>Where the person's browser is sent afterwards; null for nowhere.</summary>
    public string? NextLink { get; set; }

    /// <summary>When the person proved it, in milliseconds since 1970; null if not yet.</summary>
    public long? ValidatedAt { get; set; }
}
