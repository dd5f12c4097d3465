using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>
/// What the specification lays down about third-party identifiers ("Adding Account Administrative Contact Information", and the requests
/// for tokens).
/// </summary>
internal sealed record ThreePidRules : RuleSet
{
    /// <summary>Makes the ID of a session: "The ID for the validation session" has the grammar of opaque identifiers (RQT-35).</summary>
    public Func<string> NewSessionId { get => Read(field); init; } = OpaqueTokens.Create;

    /// <summary>The letters of a client secret: "[0-9a-zA-Z.=_-]" (RQT-33).</summary>
    public string SecretLetters { get => Read(field); init; } = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.=_-";

    /// <summary>Whether a message is sent again, given the numbers of this attempt and the last: if this one is greater (RQT-32).</summary>
    public Func<long, long, bool> SendsAgain { get => Read(field); init; } = (attempt, last) => attempt > last;

    /// <summary>
    /// For which purpose and medium an identifier that somebody has is refused with 400 <c>M_THREEPID_IN_USE</c>: for all except to reset a
    /// password (RQT-20, RQT-26).
    /// </summary>
    public Func<TokenPurpose, string, bool> RefusesTaken
    {
        get =>
        Read(field); init;
    } = (purpose, _) => purpose != TokenPurpose.PasswordReset;

    /// <summary>Which calls to add an identifier must be authenticated: all (TPI-07).</summary>
    public Predicate<Call> AdditionAuthenticates { get => Read(field); init; } = _ => true;

    /// <summary>Whether an identifier stays with the account that has it when another account adds it (TPI-10).</summary>
    public bool FirstOwnerKeeps { get => Read(field); init; } = true;

    /// <summary>Whose validated identifier completes a stage: that of the user who must authenticate (PWD-08).</summary>
    public Func<Account, UiaSession, bool> CompletesStage { get => Read(field); init; } = UiaRules.IsOwner;

    /// <summary>Whether a request to delete or to unbind that names no address concerns all identifiers. It does not: <c>address</c> is
    /// required (TPI-23).</summary>
    public bool NoAddressMeansAll { get => Read(field); init; }

    /// <summary>Whether a binding also adds the identifier to the account. It does not (TPI-15).</summary>
    public bool BindingAdds { get => Read(field); init; }

    /// <summary>Whether an unbinding also removes the identifier from the account. It does not (TPI-20).</summary>
    public bool UnbindingRemoves { get => Read(field); init; }

    /// <summary>Whether the homeserver signs its requests to unbind ("3pid/unbind" of the Identity Service API; TPI-22).</summary>
    public bool UnbindingIsSigned { get => Read(field); init; } = true;

    /// <summary>
    /// Whether what the homeserver asks identity servers to unbind leaves out the session that it does not know: the members
    /// <c>sid</c> and <c>client_secret</c> are strings if they are there ("3pid/unbind" of the Identity Service API; TPI-22).
    /// </summary>
    public bool UnbindingLeavesOutTheSession { get => Read(field); init; } = true;
}
