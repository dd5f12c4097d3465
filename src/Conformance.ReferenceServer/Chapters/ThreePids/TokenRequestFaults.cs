using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Faults of the requests for validation tokens, and of the validation.</summary>
internal static class TokenRequestFaults
{
    private const string Mails = "requestTokenToRegisterEmail requestTokenToResetPasswordEmail requestTokenTo3PIDEmail";
    private const string Texts = "requestTokenToRegisterMSISDN requestTokenToResetPasswordMSISDN requestTokenTo3PIDMSISDN";

    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("any-client-secret-will-do", "RQT-33", "Client secrets outside their grammar are taken.",
            Body(Mails + " " + Texts, body => body["client_secret"] = Fitting(body["client_secret"]))),
        new("denied-address-is-plainly-forbidden", "RQT-04",
            "An address that is not permitted is refused for registration with M_FORBIDDEN.",
            Refusal("requestTokenToRegisterEmail", ErrorCodes.ThreepidDenied, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("ill-formed-address-is-unknown", "RQT-23", "What is not an email address is refused with M_UNKNOWN.",
            Refusal(Mails, ErrorCodes.InvalidParam, refusal =>
                refusal.Message.StartsWith("The email") ? refusal.As(400, ErrorCodes.Unknown) : refusal)),
        new("ill-formed-number-is-unknown", "RQT-29", "What is not a phone number is refused with M_UNKNOWN.",
            Refusal(Texts, ErrorCodes.InvalidParam, refusal =>
                refusal.Message.StartsWith("The phone") ? refusal.As(400, ErrorCodes.Unknown) : refusal)),
        new("link-ends-on-its-page", "RQT-34", "The link of a mail never sends the browser on.",
            Response("validateEmail", reply =>
                reply.Status == 302 ? Reply.OfHtml(200, Html.Notice("Confirmed", "The address is confirmed.")) : reply)),
        new("repeated-attempt-sends-again", "RQT-32", "A repeated attempt sends another mail.",
            Rule<ThreePidRules>(rules => rules with { SendsAgain = (attempt, last) => attempt >= last })),
        new("send-attempt-may-be-missing", "RQT-38", "A request without send_attempt counts as the first.",
            Body(Mails + " " + Texts, body => body["send_attempt"] ??= 1)),
        new("session-id-has-a-colon", "RQT-35", "Session IDs have a colon.",
            Rule<ThreePidRules>(rules => rules with { NewSessionId = () => $"mail:{OpaqueTokens.Create()}" })),
        new("strange-identity-server-is-forbidden", "RQT-03", "An identity server that is not trusted is refused with M_FORBIDDEN.",
            Request(Mails + " " + Texts, call =>
                call.Body.Has("id_server") && call.Body.Has("id_access_token")
                    ? throw MatrixException.Forbidden("The identity server is not trusted.")
                    : call)),
        new("taken-address-can-be-added", "RQT-20", "A message lets an email address be added that another account has.",
            Rule<ThreePidRules>(rules => rules with
            {
                RefusesTaken = (purpose, medium) => Refuses(purpose) && (purpose, medium) != (TokenPurpose.Addition, Media.Email),
                FirstOwnerKeeps = false,
            })),
        new("taken-address-looks-like-a-taken-name", "RQT-02",
            "An email address that somebody has is refused for registration with M_USER_IN_USE.",
            Refusal("requestTokenToRegisterEmail", ErrorCodes.ThreepidInUse, refusal => refusal.As(400, ErrorCodes.UserInUse))),
        new("taken-address-cannot-be-added-like-a-taken-name", "RQT-20",
            "An email address that another account has cannot be added, and is refused with M_USER_IN_USE.",
            Refusal("requestTokenTo3PIDEmail", ErrorCodes.ThreepidInUse, refusal => refusal.As(400, ErrorCodes.UserInUse))),
        new("taken-number-cannot-be-added-like-a-taken-name", "RQT-26",
            "A phone number that another account has cannot be added, and is refused with M_USER_IN_USE.",
            Refusal("requestTokenTo3PIDMSISDN", ErrorCodes.ThreepidInUse, refusal => refusal.As(400, ErrorCodes.UserInUse))),
        new("taken-number-looks-like-a-taken-name", "RQT-06",
            "A phone number that somebody has is refused for registration with M_USER_IN_USE.",
            Refusal("requestTokenToRegisterMSISDN", ErrorCodes.ThreepidInUse, refusal => refusal.As(400, ErrorCodes.UserInUse))),
        new("unknown-address-is-plainly-not-found", "RQT-10", "A password reset for an address of nobody gives 404 M_NOT_FOUND.",
            Refusal(Mails + " " + Texts, ErrorCodes.ThreepidNotFound, refusal => refusal.As(404, ErrorCodes.NotFound))),
        new("unsupported-medium-is-unrecognized", "RQT-22", "A medium that cannot be added is refused with 404 M_UNRECOGNIZED.",
            Refusal(Mails + " " + Texts, ErrorCodes.ThreepidMediumNotSupported, refusal => refusal.As(404, ErrorCodes.Unrecognized))),
        new("wrong-token-is-no-error", "RQT-37", "A wrong token of a text message gives 200 with success false.",
            Accepted("validatePhone", ErrorCodes.TokenIncorrect, () => Reply.Ok(new JsonObject { ["success"] = false }))),
        new("denied-number-is-plainly-forbidden", "RQT-08",
            "A phone number that is not permitted is refused for registration with M_FORBIDDEN.",
            Refusal("requestTokenToRegisterMSISDN", ErrorCodes.ThreepidDenied, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("denied-address-is-plainly-forbidden-for-a-reset", "RQT-13",
            "An address that is not permitted is refused for a password reset with M_FORBIDDEN.",
            Refusal("requestTokenToResetPasswordEmail", ErrorCodes.ThreepidDenied, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("denied-number-is-plainly-forbidden-for-a-reset", "RQT-18",
            "A phone number that is not permitted is refused for a password reset with M_FORBIDDEN.",
            Refusal("requestTokenToResetPasswordMSISDN", ErrorCodes.ThreepidDenied, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("denied-address-cannot-plainly-be-added", "RQT-24",
            "An address that is not permitted is refused for an addition with M_FORBIDDEN.",
            Refusal("requestTokenTo3PIDEmail", ErrorCodes.ThreepidDenied, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("denied-number-cannot-plainly-be-added", "RQT-30",
            "A phone number that is not permitted is refused for an addition with M_FORBIDDEN.",
            Refusal("requestTokenTo3PIDMSISDN", ErrorCodes.ThreepidDenied, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("mail-to-register-is-not-sent", "RQT-31", "A message to register by mail is promised and not sent.",
            Instead("requestTokenToRegisterEmail", _ => Reply.Ok(new JsonObject { ["sid"] = OpaqueTokens.Create() }))),
        new("text-session-id-has-a-colon", "RQT-35", "Session IDs of text messages have a colon.",
            Answer("requestTokenToRegisterMSISDN", body => body["sid"] = $"sms:{body["sid"]}")),
        new("lone-identity-server-is-forbidden", "RQT-39", "An identity server without an access token is refused with M_FORBIDDEN.",
            Request(Mails, call =>
                call.Body.Has("id_server") && !call.Body.Has("id_access_token")
                    ? throw MatrixException.Forbidden("The token is missing.")
                    : call)),
        new("code-with-another-secret-is-taken", "RQT-37", "The code of a text message is taken with another client secret.",
            Accepted("validatePhone", ErrorCodes.InvalidParam, () => Reply.Ok(new JsonObject { ["success"] = true }))),
        new("numbers-dialled-at-home-are-refused", "RQT-05", "A phone number without its plus sign is refused for registration.",
            Request("requestTokenToRegisterMSISDN", call =>
                call.Body.String("phone_number")?.StartsWith('+') is false
                    ? throw MatrixException.InvalidParam("The phone number is none.")
                    : call)),
        new("session-of-a-mail-to-register-has-no-id", "RQT-01", "The answer to a request for a mail to register has no sid.",
            Answer("requestTokenToRegisterEmail", body => body.Remove("sid"))),
        new("text-to-register-is-created", "RQT-05", "A request for a text message to register gives 201.",
            Response("requestTokenToRegisterMSISDN", reply => reply with { Status = 201 })),
        new("session-of-a-mail-to-add-has-a-number", "RQT-19", "The sid of a mail to add an address is a number.",
            Answer("requestTokenTo3PIDEmail", body => body["sid"] = 1)),
        new("text-to-add-is-created", "RQT-25", "A request for a text message to add a number gives 201.",
            Response("requestTokenTo3PIDMSISDN", reply => reply with { Status = 201 })),
        new("address-is-in-use-for-a-reset", "RQT-11", "A mail to reset a password is refused, as the address is in use.",
            Response("requestTokenToResetPasswordEmail", _ => throw InUse())),
        new("number-is-in-use-for-a-reset", "RQT-16", "A text message to reset a password is refused, as the number is in use.",
            Response("requestTokenToResetPasswordMSISDN", _ => throw InUse())),
    ];

    private static MatrixException InUse() => new(400, ErrorCodes.ThreepidInUse, "An account has this identifier already.");

    private static bool Refuses(TokenPurpose purpose) => purpose != TokenPurpose.PasswordReset;

    // Without the letters that are not allowed, and neither empty nor too long.
    private static JsonNode? Fitting(JsonNode? secret) =>
        secret is JsonValue value && value.TryGetValue(out string? text)
            ? $"s{string.Concat(text.Where(char.IsAsciiLetterOrDigit).Take(200))}"
            : secret?.DeepClone();
}
