using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Passwords;

/// <summary>Faults of passwords.</summary>
internal static class PasswordFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("any-users-password-authenticates", "UIA-22", "The password stage is passed with the password of any user.",
            Rule<PasswordRules>(rules => rules with { CompletesStage = (_, _) => true })),
        new("change-that-logs-nobody-out-is-unchallenged", "PWD-02",
            "A change of password that leaves other sessions alone asks for no authentication.",
            Rule<PasswordRules>(rules => rules with { ChangeAuthenticates = call => call.Body.Boolean("logout_devices") != false })),
        new("change-to-nothing-is-confirmed", "PWD-10", "A change without a new password is confirmed.",
            Instead("changePassword", call => call.Body.Has("new_password") ? null : Reply.Done())),
        new("changed-password-is-confirmed-by-a-list", "PWD-01", "A change of password is answered with an array.",
            Response("changePassword", reply => reply.Status == 200 ? reply with { Body = "[]"u8.ToArray() } : reply)),
        new("changing-session-ends-too", "PWD-04", "The session that changes the password ends with the others.",
            Rule<PasswordRules>(rules => rules with { Spared = _ => null })),
        new("deactivated-user-authenticates", "UIA-22", "The password stage is passed in the name of a deactivated user.",
            Rule<PasswordRules>(rules => rules with
            {
                IsProof = (account, password) => account is { IsDeactivated: true } || PasswordRules.IsRight(account, password),
                CompletesStage = (account, session) => account.IsDeactivated || UiaRules.IsOwner(account, session),
            })),
        new("finished-flow-changes-nothing", "UIA-07", "A password change with every stage complete is confirmed and not done.",
            Around("changePassword", KeepingThePassword)),
        new("missing-password-is-made-up", "API-12",
            "A change without a new password, once authenticated, sets one that the server makes up.",
            Request("changePassword", call => call.Body.Has("new_password") ? call : WithPassword(call, () => "made-up-by-the-server"))),
        new("nobody-authenticates", "UIA-22", "The password stage is passed in the name of a user who does not exist.",
            Rule<PasswordRules>(rules => rules with
            {
                IsProof = (account, password) => account is null || PasswordRules.IsRight(account, password),
            })),
        new("number-is-taken-for-a-password", "API-11", "A new password that is no text is set as it is written.",
            Request("changePassword", call => JsonObject.Create(call.Body.Element)!["new_password"] is { } written
                ? WithPassword(call, written.ToString)
                : call)),
        new("old-password-stays-valid", "PWD-03", "After a change the old password logs in as well.",
            Rule<AccountRules>(rules => rules with { Verifier = (old, password) => EitherOf(old, new PasswordHash(password)) })),
        new("other-sessions-end-in-any-case", "PWD-06", "Other sessions end with a change of password even where that is declined.",
            Body("changePassword", body => body["logout_devices"] = true)),
        new("other-sessions-survive-the-change", "PWD-05", "Other sessions survive a change of password unless they are asked to end.",
            Body("changePassword", body => body["logout_devices"] ??= false)),
        new("password-change-asks-no-authentication", "UIA-01", "The password is changed without authentication.",
            Rule<PasswordRules>(rules => rules with { ChangeAuthenticates = call => call.Caller is null })),
        new("password-changes-before-authentication", "UIA-01", "The password is changed, and then authentication asked for.",
            Request("changePassword", ChangedAtOnce)),
        new("registration-session-survives-the-change", "PWD-05", "The session that a registration began survives a change of password.",
            Rule<TokenRules>(rules => rules with
            {
                AccessTokenEnds = (token, end) => token.Origin != SessionOrigin.Registration || end != SessionEnd.PasswordChange,
            })),
        new("reset-needs-an-access-token", "PWD-07", "The password cannot be changed without an access token.",
            Request("changePassword", call => call.Caller is null ? throw MatrixException.MissingToken() : call)),
        new("weak-password-is-forbidden", "PWD-11", "A weak password is refused with M_FORBIDDEN.",
            Request("changePassword register", call =>
                (call.Body.String("new_password") ?? call.Body.String("password")) is { Length: < 8 }
                    ? throw MatrixException.Forbidden("The password is too short.")
                    : call)),
    ];

    private static Predicate<string> EitherOf(Predicate<string>? old, PasswordHash password) =>
        typed => password.Matches(typed) || (old?.Invoke(typed) ?? false);

    private static Call ChangedAtOnce(Call call)
    {
        if (call.Caller is { } caller && !call.Body.Has("auth") && call.Body.String("new_password") is { } password)
        {
            caller.Account.Verifies = new PasswordHash(password).Matches;
        }

        return call;
    }

    private static Call WithPassword(Call call, Func<string> password)
    {
        var body = JsonObject.Create(call.Body.Element)!;
        body["new_password"] = password();
        return call with { Body = RequestObject.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())) };
    }

    private static async Task<Reply> KeepingThePassword(Call call, Func<Call, Task<Reply>> next)
    {
        var kept = call.Caller?.Account.Verifies;
        var reply = await next(call);
        if (call.Caller is { } caller)
        {
            caller.Account.Verifies = kept;
        }

        return reply;
    }
}
