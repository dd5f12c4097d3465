using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>What the specification lays down about single sign-on ("SSO client login/authentication").</summary>
internal sealed record SignOnRules : RuleSet
{
    /// <summary>Whether an identity of the provider is the same user each time (SSO-10).</summary>
    public bool IdentitiesAreKept { get => Read(field); init; } = true;

    /// <summary>Which parameters of the URL to return to are kept: all but an old <c>loginToken</c> (SSO-07).</summary>
    public Predicate<string> KeepsParameter { get => Read(field); init; } = name => name != "loginToken";

    /// <summary>Who completes the stage <c>m.login.sso</c> by signing on: the user who must authenticate (UIT-08).</summary>
    public Func<Account, UiaSession, bool> CompletesStage { get => Read(field); init; } =
        (account, session) => !account.IsDeactivated && UiaRules.IsOwner(account, session);
}
