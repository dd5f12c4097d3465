using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Push;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.SingleSignOn;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Tokens;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;
using Conformance.Spec;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer;

/// <summary>What a homeserver is made of.</summary>
internal static class Services
{
    /// <summary>The services of a homeserver with the faults of its options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="operations">The operations of the specification.</param>
    /// <param name="version">The version of the specification.</param>
    /// <exception cref="ReferenceServerException">A fault is not known, or does not go with another.</exception>
    public static ServiceProvider Build(ReferenceServerOptions options, IReadOnlyList<Operation> operations, SpecVersion version)
    {
        var services = new ServiceCollection();
        services.AddSingleton(options);
        services.AddSingleton(operations);
        services.AddSingleton(new ServedVersion(version));
        AddState(services);
        AddThirdPartyIdentifiers(services);
        AddUserInteractiveAuthentication(services);
        AddSingleSignOn(services);
        AddHttp(services);
        AddOperations(services);
        foreach (var fault in FaultCatalogue.Find(options.Faults))
        {
            fault.Apply(services);
        }

        return services.BuildServiceProvider();
    }

    private static void AddState(ServiceCollection services)
    {
        services.AddSingleton<HomeserverAddress>();
        services.AddSingleton<AccountService>();
        services.AddSingleton<UserIdentifiers>();
        services.AddSingleton<UsernamePolicy>();
        services.AddSingleton<ApplicationServiceDirectory>();
        services.AddSingleton<ServiceCredentials>();
        services.AddSingleton<AuthenticatorParts>();
        services.AddSingleton<Authenticator>();
        services.AddSingleton<DeviceService>();
        services.AddSingleton<DeviceRepresentation>();
        services.AddSingleton<TokenService>();
        services.AddSingleton<LoginTokenService>();
        services.AddSingleton<RegistrationTokenService>();
        services.AddSingleton<SessionService>();
        services.AddSingleton<ServiceConnection>();
        services.AddSingleton<DeviceKeyStore>();
        services.AddSingleton<PusherStore>();
        services.AddSingleton<CrossSigningKeyStore>();
    }

    private static void AddThirdPartyIdentifiers(ServiceCollection services)
    {
        services.AddSingleton<IdentifierForms>();
        services.AddSingleton<IdentifierPolicy>();
        services.AddSingleton<AccountIdentifiers>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailValidation>();
        services.AddSingleton<PhoneValidation>();
        services.AddSingleton<IValidation>(provider => provider.GetRequiredService<MailValidation>());
        services.AddSingleton<IValidation>(provider => provider.GetRequiredService<PhoneValidation>());
        services.AddSingleton<TokenRequestParts>();
        services.AddSingleton<TokenRequests>();
        services.AddSingleton<ValidationPages>();
        services.AddSingleton<HomeserverKey>();
        services.AddSingleton<IdentityHttp>();
        services.AddSingleton<IdentityServers>();
        services.AddSingleton<IdentifierBindings>();
        services.AddSingleton<Unbinding>();
        foreach (var (operationId, medium, purpose) in RequestToken.All)
        {
            services.AddSingleton<IOperationHandler>(provider => new RequestToken(operationId, medium, purpose, provider.GetRequiredService<TokenRequests>()));
        }

        services.AddSingleton<IOperationHandler, GetAccount3Pids>();
        services.AddSingleton<IOperationHandler, Post3Pids>();
        services.AddSingleton<IOperationHandler, Add3Pid>();
        services.AddSingleton<IOperationHandler, Bind3Pid>();
        services.AddSingleton<IOperationHandler, Delete3Pid>();
        services.AddSingleton<IOperationHandler, Unbind3Pid>();
        services.AddSingleton<IOperationHandler, GetServerKey>();
        services.AddSingleton<IUiaStage, EmailStage>();
        services.AddSingleton<IUiaStage, MsisdnStage>();
    }

    private static void AddUserInteractiveAuthentication(ServiceCollection services)
    {
        services.AddSingleton<UiaEngine>();
        services.AddSingleton<UiaFlows>();
        services.AddSingleton<UiaSessions>();
        services.AddSingleton<UiaChallenges>();
        services.AddSingleton<IUiaStage, DummyStage>();
        services.AddSingleton<IUiaStage, PasswordStage>();
        services.AddSingleton<IUiaStage, RegistrationTokenStage>();
        services.AddSingleton<IUiaStage, TermsStage>();
        services.AddSingleton<IUiaStage, CaptchaStage>();
        services.AddSingleton<IUiaStage, SingleSignOnStage>();
        services.AddSingleton<CaptchaVerifier>();
        services.AddSingleton<Policies>();
        services.AddSingleton<FallbackPages>();
        services.AddSingleton<PolicyPages>();
        services.AddSingleton<LoginPage>();
    }

    private static void AddSingleSignOn(ServiceCollection services)
    {
        services.AddSingleton<CasProvider>();
        services.AddSingleton<PendingSignOns>();
        services.AddSingleton<SignOnAccounts>();
        services.AddSingleton<SignOnRedirects>();
        services.AddSingleton<SignOnStart>();
        services.AddSingleton<SignOnPages>();
    }

    private static void AddHttp(ServiceCollection services)
    {
        services.AddSingleton<CorsPolicy>();
        services.AddSingleton<ErrorResponses>();
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<OutgoingHttp>();
        services.AddSingleton<ServedOperations>();
        services.AddSingleton<RouteTable>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<HomeserverApplication>();
    }

    private static void AddOperations(ServiceCollection services)
    {
        services.AddSingleton<IOperationHandler, GetVersions>();
        services.AddSingleton<IOperationHandler, GetWellknown>();
        services.AddSingleton<IOperationHandler, GetCapabilities>();
        services.AddSingleton<IOperationHandler, GetLoginFlows>();
        services.AddSingleton<LoginParts>();
        services.AddSingleton<IOperationHandler, Login>();
        services.AddSingleton<IOperationHandler, RedirectToSso>();
        services.AddSingleton<IOperationHandler, RedirectToIdp>();
        services.AddSingleton<IOperationHandler, GetAuthMetadata>();
        services.AddSingleton<IOperationHandler, PingAppservice>();
        services.AddSingleton<IOperationHandler, GenerateLoginToken>();
        services.AddSingleton<RegisterParts>();
        services.AddSingleton<IOperationHandler, Register>();
        services.AddSingleton<IOperationHandler, CheckUsernameAvailability>();
        services.AddSingleton<IOperationHandler, RegistrationTokenValidity>();
        services.AddSingleton<IOperationHandler, Refresh>();
        services.AddSingleton<IOperationHandler, Logout>();
        services.AddSingleton<IOperationHandler, LogoutAll>();
        services.AddSingleton<IOperationHandler, GetTokenOwner>();
        services.AddSingleton<IOperationHandler, GetDevices>();
        services.AddSingleton<IOperationHandler, GetDevice>();
        services.AddSingleton<IOperationHandler, UpdateDevice>();
        services.AddSingleton<IOperationHandler, DeleteDevice>();
        services.AddSingleton<IOperationHandler, DeleteDevices>();
        services.AddSingleton<IOperationHandler, ChangePassword>();
        services.AddSingleton<IOperationHandler, DeactivateAccount>();
        services.AddSingleton<IOperationHandler, GetPushers>();
        services.AddSingleton<IOperationHandler, PostPusher>();
        services.AddSingleton<IOperationHandler, UploadKeys>();
        services.AddSingleton<IOperationHandler, QueryKeys>();
        services.AddSingleton<IOperationHandler, UploadCrossSigningKeys>();
    }
}
