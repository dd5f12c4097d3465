using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Accounts;

/// <summary>
/// What the specification lays down about user IDs and passwords ("User Identifiers" of the appendices, "Account registration", "Password
/// management").
/// </summary>
internal sealed record AccountRules : RuleSet
{
    /// <summary>The letters of a localpart: "a-z, 0-9, ., _, =, -, / and +" (REG-07, REG-08, REG-09).</summary>
    public string LocalpartLetters { get => Read(field); init; } = "abcdefghijklmnopqrstuvwxyz0123456789._=-/+";

    /// <summary>The length of the longest user ID in bytes, the sigil and the domain included (REG-10).</summary>
    public int LongestUserId { get => Read(field); init; } = 255;

    /// <summary>Whether a requested name is lowercased, so that no two user IDs differ only in case (REG-11).</summary>
    public bool LowersNames { get => Read(field); init; } = true;

    /// <summary>Whether a name is given to one user only: "M_USER_IN_USE: The desired user ID is already taken" (REG-18, REG-21).</summary>
    public bool NamesAreUnique { get => Read(field); init; } = true;

    /// <summary>
    /// Makes the check of an account's password after a change, given the old check: only the new password passes (PWD-03).
    /// </summary>
    public Func<Predicate<string>?, string, Predicate<string>> Verifier
    {
        get =>
        Read(field); init;
    } = (_, password) => new PasswordHash(password).Matches;

    /// <summary>Whether a guest who registers becomes a full user: "guest_access_token" makes a full account (REG-28).</summary>
    public bool UpgradeEndsGuest { get => Read(field); init; } = true;
}
