namespace Conformance.Matrix.Scenarios.Knowledge;

/// <summary>An account that was made in a scenario. Contains secrets.</summary>
/// <param name="UserId">The full user id.</param>
/// <param name="Password">The password; null if it has none, or none that is known.</param>
internal sealed record MadeAccount(string UserId, string? Password)
{
    /// <summary>Whether the application service made it.</summary>
    public bool IsOfService { get; init; }

    /// <summary>Whether it is a guest's.</summary>
    public bool IsGuest { get; init; }

    /// <summary>The access tokens that were given out for it, the oldest first.</summary>
    public List<string> Tokens { get; } = [];
}
