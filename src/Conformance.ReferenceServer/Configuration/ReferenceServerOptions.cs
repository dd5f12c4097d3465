using System.Net;
using Conformance.ReferenceServer.Models;
using Conformance.Spec;

namespace Conformance.ReferenceServer.Configuration;

/// <summary>How a <see cref="ReferenceHomeserver"/> is set up. The defaults give an open homeserver on a free loopback port.</summary>
/// <remarks>A class instead of a record, so that no <c>ToString</c> shows the tokens it holds.</remarks>
public sealed class ReferenceServerOptions
{
    /// <summary>The TCP port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The address to listen on; the loopback by default.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The server name, the part of user IDs after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>
    /// The version of the specification that is served; null takes the newest embedded one. It and every version before it, from v1.1 on,
    /// is claimed.
    /// </summary>
    public SpecVersion? SpecVersion { get; init; }

    /// <summary>Whether new users may register. Application services may always.</summary>
    public bool RegistrationOpen { get; init; } = true;

    /// <summary>The flows of user-interactive authentication at registration, each a list of stage types in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RegistrationFlows { get; init; } =
        [[StageTypes.Dummy], [StageTypes.RegistrationToken, StageTypes.Terms]];

    /// <summary>The flows of every other operation that uses user-interactive authentication.</summary>
    public IReadOnlyList<IReadOnlyList<string>> AuthenticationFlows { get; init; } = [[StageTypes.Password]];

    /// <summary>
    /// A token for the stage <c>m.login.registration_token</c>, good for any number of registrations; a random one by default. A secret.
    /// </summary>
    public string RegistrationToken { get; init; } = OpaqueTokens.Create();

    /// <summary>Further registration tokens, which may be used up or expire.</summary>
    public IReadOnlyList<LimitedRegistrationToken> LimitedRegistrationTokens { get; init; } = [];

    /// <summary>The application service registered with the server; null if there is none.</summary>
    public ApplicationServiceRegistration? ApplicationService { get; init; }

    /// <summary>Whether guests are allowed.</summary>
    public bool GuestsAllowed { get; init; } = true;

    /// <summary>
    /// Whether the legacy authentication API is served; without it users can log in by OAuth 2.0 only, at <see cref="OAuthIssuer"/>.
    /// </summary>
    public bool LegacyApi { get; init; } = true;

    /// <summary>
    /// The authorisation server that <c>GET /auth_metadata</c> names; null for none. The homeserver takes no part in its work.
    /// </summary>
    public Uri? OAuthIssuer { get; init; }

    /// <summary>Accounts that exist from the start.</summary>
    public IReadOnlyList<PresetAccount> Accounts { get; init; } = [];

    /// <summary>The least number of characters of a password; 0 takes any.</summary>
    public int LeastPasswordLength { get; init; }

    /// <summary>The service that checks captchas, for the stage <c>m.login.recaptcha</c>; null for none.</summary>
    public CaptchaService? Captcha { get; init; }

    /// <summary>The provider of single sign-on, for logins and the stage <c>m.login.sso</c>; null for none.</summary>
    public SingleSignOnProvider? SingleSignOn { get; init; }

    /// <summary>How long the homeserver waits for a service that it calls: captcha, single sign-on, application service.</summary>
    public TimeSpan OutgoingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where mail is sent to; null if the homeserver sends none, so that no email address can be validated.</summary>
    public MailServer? Mail { get; init; }

    /// <summary>
    /// The identity server that sends text messages for the homeserver and that it trusts with bindings; null if there is none.
    /// </summary>
    public Uri? IdentityServer { get; init; }

    /// <summary>The media of which identifiers can be added to accounts, as far as they can be validated.</summary>
    public IReadOnlyList<string> AddableMedia { get; init; } = [Media.Email, Media.Phone];

    /// <summary>The rules that permit identifiers; each identifier needs a rule of its medium that permits it. Null permits all.</summary>
    public IReadOnlyList<IdentifierRule>? PermittedIdentifiers { get; init; }

    /// <summary>How long a session in which an identifier is validated can be used.</summary>
    public TimeSpan ValidationLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>
    /// The lifetime of an access token that was issued together with a refresh token. Tokens of clients that cannot refresh do not expire.
    /// </summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The lifetime of a login token; two minutes, as the specification recommends.</summary>
    public TimeSpan LoginTokenLifetime { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a session of user-interactive authentication can be continued.</summary>
    public TimeSpan UiaSessionLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The size of the largest request body that is read, in bytes; a larger one is refused with 413 <c>M_TOO_LARGE</c>.</summary>
    public int MaxBodyBytes { get; init; } = 1 << 20;

    /// <summary>The rate at which one client may call; null for no limit.</summary>
    public RateLimit? RateLimit { get; init; }

    /// <summary>
    /// The names of the faults to switch on (<see cref="FaultCatalogue"/>); none by default, which makes the server conforming.
    /// </summary>
    public IReadOnlyCollection<string> Faults { get; init; } = [];

    /// <summary>
    /// Gives the URL at which clients reach a server that listens at another URL, e.g. that of a proxy; null, the default, if the two are
    /// the same.
    /// </summary>
    public Func<Uri, Uri>? ReachedAt { get; init; }

    /// <summary>A permitted difference from the reference behaviour; null, the default, for none.</summary>
    public ServerVariant? Variant { get; init; }

    /// <summary>The clock by which tokens and sessions expire.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>
    /// Receives what requests make the server do: the operations that they call, how the calls end, and the rules that are read to answer
    /// them (<see cref="Faults.Fault.Touches"/>). Null, the default, if nobody needs it. Called from many threads.
    /// </summary>
    public Action<string>? Touched { get; init; }

    /// <summary>Receives each exception that the server did not expect and answered with 500; the server logs nothing itself.</summary>
    internal Action<Exception>? UnexpectedError { get; init; }
}
