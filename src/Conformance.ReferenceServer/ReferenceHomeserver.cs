using System.Net;
using System.Net.Sockets;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Chapters.Registration;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Conformance.ReferenceServer;

/// <summary>The reference homeserver: in this process, in memory, strictly conforming unless faults are switched on. Any number can run
/// side by side.</summary>
public sealed class ReferenceHomeserver : IAsyncDisposable
{
    // Idle connections are closed at once; a request under way has this long to end.
    private static readonly TimeSpan StopDeadline = TimeSpan.FromSeconds(2);

    private const int GreatestRequestLineBytes = 64 << 10;

    private readonly KestrelServer _server;
    private readonly ServiceProvider _services;
    private readonly ReferenceServerOptions _options;
    private int _disposed;

    private ReferenceHomeserver(KestrelServer server, ServiceProvider services, ReferenceServerOptions options, Uri baseUrl)
    {
        _server = server;
        _services = services;
        _options = options;
        BaseUrl = baseUrl;
    }

    /// <summary>The base URL, e.g. <c>http://127.0.0.1:40123/</c>.</summary>
    public Uri BaseUrl { get; }

    /// <summary>The server name, the part of user IDs after the colon.</summary>
    public string ServerName => _options.ServerName;

    /// <summary>A token for the stage <c>m.login.registration_token</c>. A secret.</summary>
    public string RegistrationToken => _options.RegistrationToken;

    /// <summary>Makes a token for the stage <c>m.login.registration_token</c> that can be used once, as an administrator would.</summary>
    /// <returns>The token. A secret.</returns>
    public string MakeSingleUseToken() => _services.GetRequiredService<RegistrationTokenService>().MakeSingleUse();

    /// <summary>The application service registered with the server; null if there is none.</summary>
    public ApplicationServiceRegistration? ApplicationService => _options.ApplicationService;

    /// <summary>Starts a homeserver. When this returns, the server answers requests.</summary>
    /// <exception cref="ReferenceServerException">An option is not usable, a fault is not known, or the port is taken.</exception>
    public static Task<ReferenceHomeserver> StartAsync(ReferenceServerOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var newest = Specification.LoadEmbedded(Specification.Embedded.Max());
        return StartAsync(options, newest.Operations, options.SpecVersion ?? newest.Version, cancellationToken);
    }

    /// <summary>Starts a homeserver with operations that a test may choose.</summary>
    internal static async Task<ReferenceHomeserver> StartAsync(
        ReferenceServerOptions options, IReadOnlyList<Operation> operations, SpecVersion version, CancellationToken cancellationToken)
    {
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            throw new ReferenceServerException(
                $"{options.Port} is not a port",
                $"choose one from {IPEndPoint.MinPort} to {IPEndPoint.MaxPort}, 0 for a free one.");
        }

        var services = Services.Build(options, operations, version);
        var server = CreateServer(options);
        try
        {
            var application = services.GetRequiredService<HomeserverApplication>();
            CreateAccounts(services, options);
            await server.StartAsync(application, cancellationToken);
            var listening = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
            var baseUrl = options.ReachedAt?.Invoke(listening) ?? listening;
            services.GetRequiredService<HomeserverAddress>().BaseUrl = baseUrl;
            return new ReferenceHomeserver(server, services, options, baseUrl);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            await DisposeAsync(server, services);
            throw new ReferenceServerException(
                new Problem($"Port {options.Port} on {options.Address} is taken")
                {
                    NextStep = "choose another, or 0 for a free one.",
                },
                error);
        }
        catch (SocketException error)
        {
            await DisposeAsync(server, services);
            throw new ReferenceServerException(
                new Problem($"The homeserver cannot listen on {options.Address}, port {options.Port}")
                {
                    Why = error.Message.TrimEnd('.'),
                    NextStep = "choose another address.",
                },
                error);
        }
        catch
        {
            await DisposeAsync(server, services);
            throw;
        }
    }

    /// <summary>Stops the server and forgets everything.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await DisposeAsync(_server, _services);
        }
    }

    private static async Task DisposeAsync(KestrelServer server, ServiceProvider services)
    {
        using var deadline = new CancellationTokenSource(StopDeadline);
        await server.StopAsync(deadline.Token);
        server.Dispose();
        await services.DisposeAsync();
    }

    private static KestrelServer CreateServer(ReferenceServerOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false };

        // The limit is the application's, so that the refusal has the standard form.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestLineSize = GreatestRequestLineBytes;

        // A machine that is busy with a suite may starve a connection for seconds, which is not the client's fault.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(new IPEndPoint(options.Address, options.Port), endpoint => endpoint.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        return new KestrelServer(Options.Create(kestrel), transport, NullLoggerFactory.Instance);
    }

    private static void CreateAccounts(ServiceProvider services, ReferenceServerOptions options)
    {
        // The operator's set-up follows the conforming rules, whatever faults are on.
        var usernames =
            new UsernamePolicy(new AccountRules(), new ApplicationServiceDirectory(new ApplicationServiceRules(), options), options);
        var accounts = services.GetRequiredService<AccountService>();
        foreach (var preset in options.Accounts)
        {
            _ = accounts.TryCreate(usernames.LocalpartFor(preset.Username, byService: false), preset.Password);
        }

        if (options.ApplicationService is { } service)
        {
            _ = accounts.TryCreate(usernames.LocalpartFor(service.SenderLocalpart, byService: true), password: null);
        }
    }
}
