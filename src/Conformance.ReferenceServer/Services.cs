using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Chapters.Callers;
using Conformance.ReferenceServer.Chapters.Deactivation;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Discovery;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Chapters.Logins;
using Conformance.ReferenceServer.Chapters.Logouts;
using Conformance.ReferenceServer.Chapters.Passwords;
using Conformance.ReferenceServer.Chapters.Pushers;
using Conformance.ReferenceServer.Chapters.Registration;
using Conformance.ReferenceServer.Chapters.SingleSignOn;
using Conformance.ReferenceServer.Chapters.ThreePids;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.Spec;
using Microsoft.Extensions.DependencyInjection;

namespace Conformance.ReferenceServer;

/// <summary>The parts of a homeserver.</summary>
internal static class Services
{
    /// <summary>The services of a homeserver with the faults of its options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="operations">The operations of the specification.</param>
    /// <param name="version">The version of the specification.</param>
    /// <exception cref="ReferenceServerException">A fault is not known.</exception>
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
        AddRules(services, options.Touched);
        foreach (var fault in FaultCatalogue.Find(options.Faults))
        {
            fault.Apply(services);
        }

        options.Variant?.Apply(services);
        if (options.Touched is { } touched)
        {
            var filter = new TouchFilter(touched);
            services.AddSingleton<ICallFilter>(filter);
            services.AddSingleton<IRefusalFilter>(filter);
        }

        return services.BuildServiceProvider();
    }

    private static void AddRules(ServiceCollection services, Action<string>? touched)
    {
        services.AddSingleton(new AccountRules { Touched = touched });
        services.AddSingleton(new ApplicationServiceRules { Touched = touched });
        services.AddSingleton(new CallerRules { Touched = touched });
        services.AddSingleton(new DeactivationRules { Touched = touched });
        services.AddSingleton(new DeviceRules { Touched = touched });
        services.AddSingleton(new HttpRules { Touched = touched });
        services.AddSingleton(new KeyRules { Touched = touched });
        services.AddSingleton(new LoginRules { Touched = touched });
        services.AddSingleton(new PasswordRules { Touched = touched });
        services.AddSingleton(new PusherRules { Touched = touched });
        services.AddSingleton(new RegistrationRules { Touched = touched });
        services.AddSingleton(new SignOnRules { Touched = touched });
        services.AddSingleton(new ThreePidRules { Touched = touched });
        services.AddSingleton(new TokenRules { Touched = touched });
        services.AddSingleton(new UiaRules { Touched = touched });
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
        services.AddSingleton<IAuthenticator, Authenticator>();
        services.AddSingleton<DeviceService>();
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
        services.AddSingleton<IdentifierPolicy>();
        services.AddSingleton<AccountIdentifiers>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<MailValidation>();
        services.AddSingleton<PhoneValidation>();
        services.AddSingleton<IValidation>(provider => provider.GetRequiredService<MailValidation>());
        services.AddSingleton<IValidation>(provider => provider.GetRequiredService<PhoneValidation>());
        services.AddSingleton<TokenRequestParts>();
        services.AddSingleton<TokenRequests>();
        services.AddSingleton<IRouteSource, ValidationPages>();
        services.AddSingleton<HomeserverKey>();
        services.AddSingleton<IdentityHttp>();
        services.AddSingleton<IdentityServers>();
        services.AddSingleton<IdentifierBindings>();
        services.AddSingleton<Unbinding>();
        foreach (var (operationId, medium, purpose) in RequestToken.All)
        {
            services.AddSingleton<IOperationHandler>(provider =>
                new RequestToken(operationId, medium, purpose, provider.GetRequiredService<TokenRequests>()));
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
        services.AddSingleton<IRouteSource, FallbackPages>();
        services.AddSingleton<IRouteSource, PolicyPages>();
        services.AddSingleton<IRouteSource, LoginPage>();
    }

    private static void AddSingleSignOn(ServiceCollection services)
    {
        services.AddSingleton<CasProvider>();
        services.AddSingleton<PendingSignOns>();
        services.AddSingleton<SignOnAccounts>();
        services.AddSingleton<SignOnRedirects>();
        services.AddSingleton<SignOnStart>();
        services.AddSingleton<IRouteSource, SignOnPages>();
    }

    private static void AddHttp(ServiceCollection services)
    {
        services.AddSingleton<RateLimiter>();
        services.AddSingleton<BodyReader>();
        services.AddSingleton<OutgoingHttp>();
        services.AddSingleton<ServedOperations>();
        services.AddSingleton<IRouteSource, OperationRoutes>();
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
        services.AddSingleton<IOperationHandler, ClaimKeys>();
        services.AddSingleton<IOperationHandler, UploadCrossSigningKeys>();
    }
}
