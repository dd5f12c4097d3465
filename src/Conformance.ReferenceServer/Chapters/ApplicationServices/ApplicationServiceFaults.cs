using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.ApplicationServices;

/// <summary>Faults in what application services may do.</summary>
internal static class ApplicationServiceFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("asserted-device-is-ignored", "APS-02", "A service that names a device acts without one.",
            Rule<ApplicationServiceRules>(rules => rules with { DeviceParameter = "org.matrix.msc3202.device_id" })),
        new("call-without-service-token-is-forbidden", "APS-07", "Who acts as a service without its token is refused with M_FORBIDDEN.",
            Refusal("login register", ErrorCodes.MissingToken, refusal => refusal.As(403, ErrorCodes.Forbidden)),
            Refusal("login register", ErrorCodes.UnknownToken, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("login-as-a-service-seems-to-succeed", "APS-07", "A login as a service with a token that is not the service's gives 200.",
            Accepted("login", ErrorCodes.UnknownToken, Reply.Done)),
        new("created-device-is-not-reported-as-new", "APS-14", "A device that an application service creates is answered with 200.",
            Response("updateDevice", reply => reply with { Status = 200 })),
        new("device-alone-is-not-looked-up", "APS-04",
            "A service that names a device and no user acts as its own user on that device, which may be another's.",
            Rule<ApplicationServiceRules>(rules => rules with { ChecksDevice = target => target.Query("user_id") is not null })),
        new("foreign-user-is-forbidden", "APS-13", "A service that logs in as a user outside its namespace is refused with M_FORBIDDEN.",
            Refusal("login", ErrorCodes.Exclusive, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("service-cannot-register-without-legacy-api", "APS-08", "Without the legacy API nobody can register, services included.",
            Rule<ApplicationServiceRules>(rules => rules with { RegistersWithoutLegacyApi = false })),
        new("service-gets-sessions-without-legacy-api", "APS-09",
            "Without the legacy API a service still gets sessions of the users that it registers.",
            Rule<ApplicationServiceRules>(rules => rules with { OpensSessionsWithoutLegacyApi = true })),
        new("service-is-said-to-be-somebody-else", "APS-01", "A service that acts as a user gets its own user id from whoami.",
            Answer("getTokenOwner", (body, call) => body["user_id"] = call.RequiredCaller.ServiceUserId ?? body["user_id"]!.DeepClone())),
        new("service-itself-is-unknown", "APS-01", "A service that names no user is refused as if its token were unknown.",
            Request("getTokenOwner", call => call.Caller is { IsApplicationService: true } && call.Target.Query("user_id") is null
                ? throw MatrixException.UnknownToken("The access token is not known.")
                : call)),
        new("service-login-is-unrecognised", "APS-10", "Without the legacy API the login of a service is refused as an unknown endpoint.",
            Refusal("login", ErrorCodes.AppserviceLoginUnsupported, refusal => refusal.As(404, ErrorCodes.Unrecognized))),
        new("service-logs-in-as-itself", "APS-11", "A service that logs in as one of its users gets a session of its own user.",
            Rule<ApplicationServiceRules>(rules => rules with { LoggedIn = (_, own) => own })),
        new("service-may-be-anybody", "WHO-05", "An application service may act as users outside its namespace.",
            Rule<ApplicationServiceRules>(rules => rules with { ActsOnlyAsItsOwn = false })),
        new("service-registers-anybody", "APS-06", "A service can register users outside its namespace.",
            Rule<ApplicationServiceRules>(rules => rules with { RegistersOnlyItsOwn = false })),
        new("shared-names-are-reserved", "APS-18", "The names of a namespace that is not exclusive are kept from ordinary users.",
            Rule<ApplicationServiceRules>(rules => rules with { ReservesSharedNames = true })),
        new("unknown-asserted-device-is-forbidden", "APS-03",
            "A service that names a device which the user does not have is refused with M_FORBIDDEN.",
            EveryRefusal(ErrorCodes.UnknownDevice, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("unregistered-user-is-not-found", "APS-12",
            "A service that logs in as a user which it never registered is answered with M_NOT_FOUND.",
            Refusal("login", ErrorCodes.Forbidden, (refusal, call) =>
                call.Body.String("type") == LoginTypes.ApplicationService ? refusal.As(404, ErrorCodes.NotFound) : refusal)),
    ];
}
