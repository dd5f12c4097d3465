using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary>What the specification lays down about authentication in stages ("User-interactive API in the REST API").</summary>
internal sealed record UiaRules : RuleSet
{
    /// <summary>Makes the identifier of a session, which clients hand back as it is ("User-interactive API in the REST API").</summary>
    public Func<string> NewSession { get => Read(field); init; } = OpaqueTokens.Create;

    /// <summary>Which flows an operation offers, given its id and the configured flows: the configured ones (DEV-16).</summary>
    public Func<string, IReadOnlyList<IReadOnlyList<string>>, IReadOnlyList<IReadOnlyList<string>>> Offered { get => Read(field); init; } =
        (_, configured) => configured;

    /// <summary>
    /// Which operations go ahead without <c>auth</c>, given id and flows: none, not even where a flow asks for nothing (UIA-16).
    /// </summary>
    public Func<string, IReadOnlyList<IReadOnlyList<string>>, bool> NeedsNoAuth { get => Read(field); init; } = (_, _) => false;

    /// <summary>Whether only sessions that this server has issued count (UIA-17).</summary>
    public bool SessionsAreIssuedHere { get => Read(field); init; } = true;

    /// <summary>
    /// Whether a session authorises a call: the one that it was begun for, by the same user, with the same parameters (UIA-19, UIA-20).
    /// </summary>
    public Func<UiaSession, UiaBinding, bool> Authorises { get => Read(field); init; } = (session, binding) => session.Binding == binding;

    /// <summary>
    /// Whether a session is over once its call was performed: the call is answered again, and not performed again (UIA-21).
    /// </summary>
    public bool SessionsEndWithTheirCall { get => Read(field); init; } = true;

    /// <summary>Whether a session goes on after a failed stage: "the client may retry" (UIA-12).</summary>
    public bool SessionsSurviveFailure { get => Read(field); init; } = true;

    /// <summary>Whether a stage is on offer, given the flows and its type: if a flow has it (UIA-18).</summary>
    public Func<IReadOnlyList<IReadOnlyList<string>>, string, bool> StageIsOffered { get => Read(field); init; } =
        (flows, type) => flows.Any(flow => flow.Contains(type));

    /// <summary>Whether the stages of a flow have to be completed in their order (UIA-09).</summary>
    public bool StagesInOrder { get => Read(field); init; } = true;

    /// <summary>Whether a stage that is completed stays so when it is attempted again: "A stage cannot be retried" (UIA-14).</summary>
    public bool CompletedStagesStay { get => Read(field); init; } = true;

    /// <summary>Which stages can be completed on their fallback pages (UIA-15, UIT-07).</summary>
    public Predicate<string> CompletedOnPages { get => Read(field); init; } = _ => true;

    /// <summary>Which flows complete the authentication, of those that are offered: each (UIA-08).</summary>
    public Func<IReadOnlyList<IReadOnlyList<string>>, IEnumerable<IReadOnlyList<string>>> Completing
    {
        get =>
        Read(field); init;
    } = flows => flows;

    /// <summary>Whether the captcha is solved, given the captcha service's answer: as that says (UIT-05, UIT-06).</summary>
    public Func<bool, bool> CaptchaIsSolved { get => Read(field); init; } = accepted => accepted;

    /// <summary>
    /// Whether an account that a stage has found authenticates a session: its owner, or anyone where no access token began it (UIA-22).
    /// </summary>
    /// <param name="account">The account that a stage has found.</param>
    /// <param name="session">The session.</param>
    public static bool IsOwner(Account account, UiaSession session) => session.Owner is null || session.Owner == account;
}
