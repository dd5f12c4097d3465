using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Callers;

/// <summary>Faults in the identity of callers.</summary>
internal static class CallerFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("everybody-is-a-guest", "WHO-03", "Every user is said to be a guest.",
            Answer("getTokenOwner", body => body["is_guest"] = true)),
        new("guest-is-not-told-so", "WHO-03", "A guest is said to be none.",
            Answer("getTokenOwner", body => body["is_guest"] = false)),
        new("guests-may-do-nothing", "REG-27", "Nothing is open to guests.",
            Rule<CallerRules>(rules => rules with { OpenToGuests = new HashSet<string>() })),
        new("guests-may-not-list-devices", "REG-27", "A guest may not list the own devices.",
            Rule<CallerRules>(rules => rules with { OpenToGuests = rules.OpenToGuests.Where(id => id != "getDevices").ToHashSet() })),
        new("missing-token-is-an-unknown-one", "TOK-03", "A missing access token is answered like an unknown one.",
            EveryRefusal(ErrorCodes.MissingToken, refusal => refusal.As(401, ErrorCodes.UnknownToken))),
        new("token-in-the-query-is-ignored", "TOK-08", "An access token in the query is not looked at.",
            Rule<HttpRules>(rules => rules with { TokenMayBeInQuery = false })),
        new("token-owner-has-no-device", "WHO-02", "The device of an access token is not named.",
            Answer("getTokenOwner", body => body.Remove("device_id"))),
        new("token-owner-is-not-named", "WHO-01", "The owner of an access token is not named.",
            Answer("getTokenOwner", body => body.Remove("user_id"))),
        new("unregistered-asserted-user-is-not-found", "WHO-05",
            "A service that acts as a user which it never registered is answered with M_NOT_FOUND.",
            EveryRefusal(ErrorCodes.Forbidden, refusal =>
                refusal.Message.StartsWith("The application service has not", StringComparison.Ordinal)
                    ? refusal.As(404, ErrorCodes.NotFound)
                    : refusal)),
    ];
}
