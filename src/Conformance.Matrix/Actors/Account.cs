namespace Conformance.Matrix.Actors;

/// <summary>An account on the homeserver under test. Contains a secret.</summary>
/// <param name="UserId">The full user id.</param>
/// <param name="Password">The password; changes when a scenario changes it.</param>
public sealed record Account(string UserId, string Password)
{
    /// <summary>Whether the account can be logged in to with the password; one that was made by single sign-on cannot.</summary>
    public bool HasPassword { get; init; } = true;

    /// <summary>The name of the account's homeserver: the part of the user id after the first colon.</summary>
    public string ServerName => UserId[(Localpart.Length + 2)..];

    /// <summary>The part of the user id between <c>@</c> and the first colon.</summary>
    public string Localpart => UserId[1..UserId.IndexOf(':', StringComparison.Ordinal)];
}
