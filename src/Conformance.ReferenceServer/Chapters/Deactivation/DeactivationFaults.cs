using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Deactivation;

/// <summary>Faults of deactivation.</summary>
internal static class DeactivationFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("deactivated-user-can-log-in", "DEA-07", "A deactivated account can be logged in to.",
            Rule<DeactivationRules>(rules => rules with { Ends = DeactivationEffects.All & ~DeactivationEffects.Logins })),
        new("deactivation-leaves-access-tokens", "DEA-08", "An access token survives the deactivation of its account.",
            Rule<DeactivationRules>(rules =>
                rules with { Ends = DeactivationEffects.All & ~(DeactivationEffects.Logins | DeactivationEffects.Sessions) })),
        new("deactivation-leaves-refresh-tokens", "DEA-08", "A refresh token survives the deactivation of its account.",
            Rule<DeactivationRules>(rules => rules with { Ends = DeactivationEffects.All & ~DeactivationEffects.Sessions })),
        new("erased-account-keeps-identifiers", "DEA-12", "The identifiers of an account that is over stay taken.",
            Rule<DeactivationRules>(rules => rules with { Ends = DeactivationEffects.All & ~DeactivationEffects.Identifiers })),
        new("deactivation-needs-an-access-token", "DEA-06", "A deactivation without an access token is refused, not challenged.",
            Request("deactivateAccount", call => call.Caller is null ? throw MatrixException.MissingToken() : call)),
        new("single-sign-on-session-survives-deactivation", "DEA-08",
            "A session that single sign-on began survives the deactivation of its account.",
            Rule<DeactivationRules>(rules => rules with { Ends = DeactivationEffects.All & ~DeactivationEffects.Logins }),
            Rule<TokenRules>(rules => rules with
            {
                AccessTokenEnds = (token, end) => token.Origin != SessionOrigin.SingleSignOn || end != SessionEnd.Deactivation,
            })),
        new("deactivation-at-a-server-is-not-supported", "DEA-04", "A deactivation that names an identity server says no-support.",
            Answer("deactivateAccount", (body, call) =>
                body[Unbinding.Member] = call.Body.Has("id_server") ? "no-support" : body[Unbinding.Member]!.ToString())),
        new("deactivation-without-token-is-lost", "DEA-06", "Who completes a flow without an access token is told of a deactivation only.",
            Instead("deactivateAccount", call =>
                call.Caller is null && call.Body.Has("auth") ? Reply.Ok(Unbinding.Describe(isUnbound: true)) : null)),
        new("reset-revives-the-account", "DEA-09", "A deactivated account can be logged in to after a reset of its password.",
            Rule<DeactivationRules>(rules => rules with
            {
                Ends = DeactivationEffects.All & ~(DeactivationEffects.Logins | DeactivationEffects.Identifiers),
            })),
        new("deactivation-tells-nothing", "DEA-01", "A deactivation does not tell whether identifiers were unbound.",
            Answer("deactivateAccount", body => body.Clear())),
        new("deactivation-asks-no-authentication", "DEA-05", "An account is deactivated without authentication.",
            Rule<DeactivationRules>(rules => rules with { Authenticates = _ => false })),
        new("erasure-is-unchallenged", "DEA-05", "A deactivation with erasure asks for no authentication.",
            Rule<DeactivationRules>(rules => rules with { Authenticates = call => call.Body.Boolean("erase") != true })),
        new("nothing-to-unbind-is-not-supported", "DEA-02", "A deactivation of an account without identifiers says no-support.",
            Answer("deactivateAccount", body => body[Unbinding.Member] = "no-support")),
        new("deactivation-ignores-the-server-named", "DEA-04", "A deactivation that names an identity server unbinds nothing.",
            Rule<DeactivationRules>(rules => rules with { Unbinds = idServer => idServer is null })),
        new("deactivation-unbinds-nothing", "DEA-03",
            "A deactivation says that everything was unbound, and unbinds only at a server that is named.",
            Rule<DeactivationRules>(rules => rules with { Unbinds = idServer => idServer is not null })),
        new("service-has-something-to-unbind", "DEA-02", "The deactivation of a user by its application service says no-support.",
            Instead("deactivateAccount", call =>
                call.Caller is { IsApplicationService: true } ? Reply.Ok(Unbinding.Describe(isUnbound: false)) : null)),
    ];
}
