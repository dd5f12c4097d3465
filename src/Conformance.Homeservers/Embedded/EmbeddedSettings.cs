using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Conformance.Companions;
using Conformance.Homeservers.ApplicationServices;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Targets;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;

namespace Conformance.Homeservers.Embedded;

/// <summary>Turns a profile into the options of a reference homeserver, and the running homeserver into a target.</summary>
/// <param name="profile">The profile.</param>
/// <param name="options">What all profiles have in common.</param>
/// <param name="companions">The companions; null for a profile that has none.</param>
internal sealed class EmbeddedSettings(EmbeddedProfile profile, EmbeddedHomeserverOptions options, CompanionServers? companions)
{
    private const string UserPrefix = "bridge_";
    private const string SharedPrefix = "shared_";
    private const int ReadyAccounts = 8;

    // Companions that share a busy machine with the suite may be slow, which is not the homeserver's fault. It waits longer for them than
    // the suite waits for it, so that slowness shows as a deadline of the suite.
    private static readonly TimeSpan OutgoingTimeout = TimeSpan.FromMinutes(2);
    private readonly string _serviceToken = companions?.Variables["appservice.as-token"]
        ?? RandomNumberGenerator.GetHexString(32, lowercase: true);

    private readonly CompanionServers? _contacts = profile.HasContacts ? companions : null;

    // If nobody can register, the suite borrows accounts.
    private readonly IReadOnlyList<Account> _accounts = profile is { RegistrationFlows.Count: 0, HasLegacyApi: true }
        ? [.. Enumerable.Range(1, ReadyAccounts)
            .Select(number => new Account($"@ready{number}:{options.ServerName}", RandomNumberGenerator.GetHexString(24)))]
        : [];

    /// <summary>The options of the homeserver.</summary>
    public ReferenceServerOptions ServerOptions() => new()
    {
        ServerName = options.ServerName,
        SpecVersion = options.SpecVersion,
        Faults = options.Faults,
        Variant = options.Variant,
        ReachedAt = options.ReachedAt,
        Touched = options.Touched,
        RegistrationOpen = profile.RegistrationFlows.Count > 0,
        RegistrationFlows = profile.RegistrationFlows.Count > 0 ? Names(profile.RegistrationFlows) : [[StageType.Dummy.Name]],
        AuthenticationFlows = Names(companions is null ? [[StageType.Password]] : [[StageType.Password], [StageType.Sso]]),
        GuestsAllowed = profile.HasGuests,

        OutgoingTimeout = OutgoingTimeout,
        LegacyApi = profile.HasLegacyApi,
        OAuthIssuer = profile.HasLegacyApi || companions is null ? null : new Uri(companions.Variables["oidc.issuer"]),
        AccessTokenLifetime = profile.AccessTokenLifetime,
        LoginTokenLifetime = profile.LoginTokenLifetime,
        Accounts = [.. _accounts.Select(account => new PresetAccount(account.Localpart, account.Password))],
        Captcha = companions is null ? null : new CaptchaService
        {
            PublicKey = companions.Variables["captcha.public-key"],
            Secret = companions.Variables["captcha.secret"],
            VerifyUrl = new Uri(companions.Variables["captcha.verify-url"]),
        },
        SingleSignOn = companions is null ? null : new SingleSignOnProvider { CasUrl = new Uri(companions.Variables["cas.url"]) },
        Mail = _contacts is null ? null : new MailServer(_contacts.MailHost, _contacts.MailPort),
        IdentityServer = _contacts is null ? null : new Uri(_contacts.Variables["identity.url"]),
        PermittedIdentifiers = profile.Permitted is null
            ? null
            : [.. profile.Permitted.Select(rule =>
                new IdentifierRule(rule.Key.ToString(), new Regex($@"\A(?:{rule.Value})\z", RegexOptions.CultureInvariant)))],
        ApplicationService = new ApplicationServiceRegistration
        {
            Id = "bridge",
            Url = companions?.HttpUrl,
            Token = _serviceToken,
            HomeserverToken = companions?.Variables["appservice.hs-token"],
            SenderLocalpart = RegistrationFile.DefaultSender(UserPrefix),
            UserNamespace = $"@{UserPrefix}.*:{Regex.Escape(options.ServerName)}",
            SharedUserNamespace = $"@{SharedPrefix}.*:{Regex.Escape(options.ServerName)}",
        },
    };

    /// <summary>The running homeserver as a target.</summary>
    public Target Target(ReferenceHomeserver server)
    {
        var version = EmbeddedVersion.Of(options);
        return new Target
        {
            Name = EmbeddedSource.EmbeddedName,
            BaseUrl = new Uri(server.BaseUrl.GetLeftPart(UriPartial.Authority)),
            ClaimedVersions = EmbeddedVersion.Claimed(options),
            SpecVersion = version,
            Offers = profile.Offers(version),
            RegistrationToken = server.RegistrationToken,
            SingleUseTokens = new SingleUseTokens(server),
            ApplicationServiceToken = _serviceToken,
            ApplicationServiceUserPrefix = UserPrefix,
            ApplicationServiceSharedPrefix = SharedPrefix,
            ApplicationServiceSender = RegistrationFile.DefaultSender(UserPrefix),
            ReadyAccounts = _accounts,
            Companions = companions?.Set ?? CompanionSet.None,
            IsThrownAway = true,
        };
    }

    private sealed class SingleUseTokens(ReferenceHomeserver server) : ISingleUseTokenMaker
    {
        public Task<string> MakeSingleUseTokenAsync(CancellationToken cancellationToken) => Task.FromResult(server.MakeSingleUseToken());
    }

    private static IReadOnlyList<IReadOnlyList<string>> Names(IReadOnlyList<IReadOnlyList<StageType>> flows) =>
        [.. flows.Select(flow => flow.Select(stage => stage.Name).ToList())];
}
