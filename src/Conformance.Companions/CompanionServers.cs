using System.Net;
using System.Net.Sockets;
using Conformance.Companions.Identity;
using Conformance.Companions.Mail;
using Conformance.Companions.Receiving;
using Conformance.Companions.Sso;
using Conformance.Companions.Web;
using Conformance.Matrix.Companions;
using Conformance.Spec;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.Companions;

/// <summary>
/// The servers that the homeserver under test talks to, in this process: a mail sink, an identity server which also sends the text
/// messages, a captcha
/// verifier, a single sign-on provider (CAS and OpenID Connect), an application service. All that speak HTTP share one port.
/// </summary>
public sealed class CompanionServers : IAsyncDisposable
{
    // Idle connections are closed at once; a request under way has this long to end.
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _web;
    private readonly MailServer _mail;
    private readonly OpenIdProvider _openId;
    private int _disposed;

    private CompanionServers(KestrelServer web, MailServer mail, OpenIdProvider openId, CompanionSet set, Uri httpUrl, string mailHost,
        IReadOnlyDictionary<string, string> variables)
    {
        _web = web;
        _mail = mail;
        _openId = openId;
        Set = set;
        HttpUrl = httpUrl;
        MailHost = mailHost;
        Variables = variables;
    }

    /// <summary>The companions as steps and stage solvers see them.</summary>
    public CompanionSet Set { get; }

    /// <summary>The base URL of those that speak HTTP, as a homeserver reaches it.</summary>
    public Uri HttpUrl { get; }

    /// <summary>The host of the mail sink, as a homeserver reaches it.</summary>
    public string MailHost { get; }

    /// <summary>The port of the mail sink.</summary>
    public int MailPort => _mail.Port;

    /// <summary>What a homeserver's configuration needs to know of them, by name; some are secrets.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Where they listen, one line.</summary>
    public string Description => $"companions at {HttpUrl.GetLeftPart(UriPartial.Authority)}, mail at {MailHost}:{MailPort}";

    /// <summary>The client id of the homeserver at the OpenID Connect provider.</summary>
    public static string OpenIdClient => OpenIdProvider.ClientId;

    /// <summary>Where the homeserver has captchas verified.</summary>
    /// <param name="url">The base URL of the companions, without a slash at its end.</param>
    public static string CaptchaUrl(string url) => $"{url}/siteverify";

    /// <summary>Where the provider that speaks CAS is.</summary>
    /// <param name="url">The base URL of the companions, without a slash at its end.</param>
    public static string CasUrl(string url) => $"{url}/cas";

    /// <summary>The issuer of the OpenID Connect provider.</summary>
    /// <param name="url">The base URL of the companions, without a slash at its end.</param>
    public static string OpenIdIssuer(string url) => $"{url}/oidc";

    /// <summary>Starts them. When this returns they answer.</summary>
    /// <param name="options">Where to listen.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="CompanionException">An address or a port cannot be listened on.</exception>
    public static async Task<CompanionServers> StartAsync(CompanionOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var mailbox = new Mailbox();
        var texts = new TextMessages();
        var captcha = new CaptchaVerifier { SiteKey = options.Secrets.CaptchaSiteKey, Secret = options.Secrets.CaptchaSecret };
        var requests = new RequestLog();
        var service = new ApplicationService(requests)
        {
            ApplicationServiceToken = options.Secrets.ApplicationServiceToken,
            HomeserverToken = options.Secrets.HomeserverToken,
        };
        var sso = new SsoProvider();
        var identity = new IdentityServer(texts, mailbox, requests);
        var openId = new OpenIdProvider(sso) { ClientSecret = options.Secrets.OpenIdClientSecret };
        var web = CreateWeb(options);
        MailServer? mail = null;
        try
        {
            mail = await MailServer.StartAsync(options.Address, options.MailPort, mailbox);
            await web.StartAsync(new WebApplication([captcha, service, identity, new CasProvider(sso), openId]), cancellationToken);
        }
        catch (Exception error) when (error is SocketException or IOException { InnerException: AddressInUseException })
        {
            await StopAsync(web, mail, openId);
            throw new CompanionException(
                new Problem(
                    $"the companions cannot listen on {options.Address} (HTTP port {options.HttpPort}, mail port {options.MailPort})")
                {
                    Why = error.Message.ReplaceLineEndings(" ").TrimEnd('.'),
                    NextStep = "choose another address or port, 0 for a free one.",
                },
                error);
        }
        catch
        {
            await StopAsync(web, mail, openId);
            throw;
        }

        var port = new Uri(web.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
        var url = new Uri($"http://{options.Host}:{port}");
        identity.Url = url;
        openId.Issuer = OpenIdIssuer(Text(url));
        var set = new CompanionSet
        {
            Mailbox = mailbox,
            TextMessages = texts,
            Captcha = captcha,
            Sso = sso,
            ApplicationService = service,
            IdentityServer = identity,
            Requests = requests,
            Origins = [url],
            LocalOrigin = IsReachableHere(options.Host) ? null : new Uri($"http://{LocalHost(options.Address)}:{port}"),
        };
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["companions.host"] = options.Host,
            ["companions.url"] = Text(url),
            ["mail.host"] = options.Host,
            ["mail.port"] = mail.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["captcha.public-key"] = captcha.SiteKey,
            ["captcha.secret"] = captcha.Secret,
            ["captcha.verify-url"] = CaptchaUrl(Text(url)),
            ["cas.url"] = CasUrl(Text(url)),
            ["oidc.issuer"] = openId.Issuer,
            ["oidc.client-id"] = OpenIdClient,
            ["oidc.client-secret"] = openId.ClientSecret,
            ["identity.url"] = Text(url),
            ["identity.name"] = identity.Name,
            ["appservice.url"] = Text(url),
            ["appservice.as-token"] = service.ApplicationServiceToken,
            ["appservice.hs-token"] = service.HomeserverToken,
        };
        return new CompanionServers(web, mail, openId, set, url, options.Host, variables);
    }

    /// <summary>Stops them and forgets everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            await StopAsync(_web, _mail, _openId);
    }

    private static async Task StopAsync(KestrelServer web, MailServer? mail, OpenIdProvider openId)
    {
        using var deadline = new CancellationTokenSource(StopDeadline);
        await web.StopAsync(deadline.Token);
        web.Dispose();
        if (mail is not null)
            await mail.DisposeAsync();
        openId.Dispose();
    }

    private static KestrelServer CreateWeb(CompanionOptions options)
    {
        // The limit on bodies is the application's. A machine that is busy with a suite may starve a connection for seconds, which is no
        // fault of the client.
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(new IPEndPoint(options.Address, options.HttpPort), endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
    }

    private static string Text(Uri url) => url.GetLeftPart(UriPartial.Authority);

    // Only containers know a name that a container engine has made up for the host.
    private static bool IsReachableHere(string host) => host == "localhost" || IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static string LocalHost(IPAddress address) =>
        address.Equals(IPAddress.Any) ? "127.0.0.1" : address.Equals(
            IPAddress.IPv6Any) ? "[::1]" : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
}
