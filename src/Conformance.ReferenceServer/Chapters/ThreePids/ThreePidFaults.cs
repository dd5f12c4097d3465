using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Faults of the identifiers on accounts.</summary>
internal static class ThreePidFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("added-identifier-is-not-listed", "TPI-08", "Identifiers that were added are not listed.",
            Answer("getAccount3PIDs", body => body["threepids"] = new JsonArray())),
        new("adding-asks-no-authentication", "TPI-07", "Identifiers are added without authentication.",
            Rule<ThreePidRules>(rules => rules with { AdditionAuthenticates = _ => false })),
        new("binding-adds-the-identifier", "TPI-15", "What is bound is added to the account too.",
            Rule<ThreePidRules>(rules => rules with { BindingAdds = true })),
        new("binding-stays-here", "TPI-13", "A binding is not passed on to the identity server.",
            Instead("bind3PID", _ => Reply.Done())),
        new("deleted-identifier-stays", "TPI-17", "A deleted identifier stays on the account.",
            Instead("delete3pidFromAccount", _ => Reply.Ok(Unbinding.Describe(isUnbound: false)))),
        new("deletion-is-always-a-success", "TPI-18", "A deletion says that the identifier was unbound even if it never was bound.",
            Answer("delete3pidFromAccount", body => body[Unbinding.Member] = "success")),
        new("deletion-tells-no-result", "TPI-16", "The answer to a deletion does not tell whether the identifier was unbound.",
            Answer("delete3pidFromAccount", body => body.Clear())),
        new("identifier-of-another-is-taken", "TPI-10", "An identifier that another account has goes to whoever adds it last.",
            Rule<ThreePidRules>(rules => rules with { FirstOwnerKeeps = false })),
        new("identifier-times-are-in-seconds", "TPI-01", "The times of identifiers are in seconds.",
            Answer("getAccount3PIDs", InSeconds)),
        new("identity-server-errors-are-hidden", "TPI-14", "An error of the identity server at a binding becomes M_UNKNOWN.",
            Around("bind3PID", HidingErrors)),
        new("bound-validation-is-used-up", "TPI-14", "A validation that has been bound once is refused, whatever the identity server says.",
            PerServer(BindingOnce)),
        new("no-address-means-all", "TPI-23", "To delete or to unbind without an address concerns every identifier of the account.",
            Rule<ThreePidRules>(rules => rules with { NoAddressMeansAll = true })),
        new("no-identifiers-are-not-found", "TPI-02", "An account without identifiers gets 404.",
            Answer("getAccount3PIDs", body =>
                _ = body["threepids"]!.AsArray().Count > 0 ? body : throw MatrixException.NotFound("There are no identifiers."))),
        new("reset-by-mail-fails", "PWD-08", "A validated email address does not authenticate a password reset.",
            Rule<ThreePidRules>(rules => rules with { CompletesStage = (_, _) => false })),
        new("unbinding-is-always-a-success", "TPI-21", "An unbinding says that the identifier was unbound even if it never was bound.",
            Answer("unbind3pidFromAccount", body => body[Unbinding.Member] = "success")),
        new("unbinding-is-not-signed", "TPI-22", "Requests to unbind are not signed.",
            Rule<ThreePidRules>(rules => rules with { UnbindingIsSigned = false })),
        new("unbinding-names-no-session-as-null", "TPI-22", "Requests to unbind have null for the session that they do not know.",
            Rule<ThreePidRules>(rules => rules with { UnbindingLeavesOutTheSession = false })),
        new("unbinding-takes-the-identifier", "TPI-20", "What is unbound is taken from the account too.",
            Rule<ThreePidRules>(rules => rules with { UnbindingRemoves = true })),
        new("unbinding-tells-no-result", "TPI-19", "The answer to an unbinding does not tell whether the identifier was unbound.",
            Answer("unbind3pidFromAccount", body => body.Clear())),
        new("unconfirmed-credentials-are-a-bad-request", "TPI-05", "Credentials that the identity server does not confirm give 400.",
            Refusal("post3PIDs", ErrorCodes.ThreepidAuthFailed, refusal => refusal.As(400, refusal.ErrorCode))),
        new("unvalidated-identifier-seems-added", "TPI-09", "A session that was not validated gives 200.",
            Accepted("add3PID", ErrorCodes.ThreepidAuthFailed, Reply.Done)),
        new("validation-elsewhere-does-not-count", "TPI-04", "Credentials that the identity server confirms give 403.",
            Response(
                "post3PIDs", _ => throw new MatrixException(403, ErrorCodes.ThreepidAuthFailed, "The credentials are not confirmed."))),
    ];

    private static void InSeconds(JsonObject body)
    {
        foreach (var identifier in body["threepids"]!.AsArray())
        {
            identifier!["added_at"] = (long)identifier["added_at"]! / 1000;
            identifier["validated_at"] = (long)identifier["validated_at"]! / 1000;
        }
    }

    private static IReadOnlyList<Change> BindingOnce()
    {
        var bound = new ConcurrentDictionary<string, bool>();
        return
        [
            Request("bind3PID", call => bound.TryAdd(call.Body.String("sid") ?? "", true)
                ? call
                : throw new MatrixException(400, ErrorCodes.ThreepidInUse, "The identifier is bound already.")),
        ];
    }

    private static async Task<Reply> HidingErrors(Call call, Func<Call, Task<Reply>> next)
    {
        try
        {
            return await next(call);
        }
        catch (MatrixException refusal) when (
            refusal is { Status: < 500, ErrorCode: not (ErrorCodes.ServerNotTrusted or ErrorCodes.MissingParam or ErrorCodes.BadJson) })
        {
            throw refusal.As(400, ErrorCodes.Unknown);
        }
    }
}
