using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Passwords;

/// <summary>What the specification lays down about passwords ("Password management", "Password-based" authentication).</summary>
internal sealed record PasswordRules : RuleSet
{
    /// <summary>Which calls to change the password must be authenticated: all (PWD-02, UIA-01).</summary>
    public Predicate<Call> ChangeAuthenticates { get => Read(field); init; } = _ => true;

    /// <summary>The device that stays logged in when the others are logged out: that of the access token; null for none (PWD-04).</summary>
    public Func<Call, string?> Spared { get => Read(field); init; } = call => call.Caller?.DeviceId;

    /// <summary>Whether a password proves that somebody is the user named, given that user's account (null for nobody's): if it is the
    /// account's, and the account is not deactivated (UIT-02, UIA-22).</summary>
    public Func<Account?, string, bool> IsProof { get => Read(field); init; } = IsRight;

    /// <summary>Whose password completes the stage <c>m.login.password</c>: that of the user who must authenticate (UIA-22).</summary>
    public Func<Account, UiaSession, bool> CompletesStage { get => Read(field); init; } = UiaRules.IsOwner;

    /// <summary>Whether a password is that of an account which is not deactivated.</summary>
    /// <param name="account">The account; null for nobody's.</param>
    /// <param name="password">The password.</param>
    public static bool IsRight(Account? account, string password) =>
        account is { IsDeactivated: false } && account.HasPassword(password);
}
