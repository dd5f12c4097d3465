using Conformance.Companions;
using Conformance.Homeservers.ApplicationServices;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Companions;
using Conformance.Spec;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>The companions of a homeserver that runs already. They start when they are first needed.</summary>
/// <param name="file">Where they listen, and which of them the homeserver uses.</param>
public sealed class FixedCompanionServers(CompanionsFile file) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private CompanionServers? _servers;

    /// <summary>What the homeserver uses of them.</summary>
    public IReadOnlyList<Need> Offers => file.Offers;

    /// <summary>Starts them unless they run already.</summary>
    /// <exception cref="TargetException">They do not start: a port is taken, for example.</exception>
    public async Task<CompanionServers> StartAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return _servers ??= await CompanionStart.StartAsync(file.Options, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What there is to say of a homeserver that uses them.</summary>
    /// <param name="options">What else there is to say.</param>
    /// <param name="cancellationToken">Ends their start.</param>
    /// <exception cref="TargetException">They do not start.</exception>
    public async Task<UrlHomeserverOptions> AddToAsync(UrlHomeserverOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var servers = await StartAsync(cancellationToken);
        var has = file.Offers.Contains(Need.ApplicationService);
        return options with
        {
            Companions = Used(servers.Set),
            AdditionalOffers = [.. options.AdditionalOffers, .. file.Offers],
            ApplicationServiceToken = options.ApplicationServiceToken ?? (has ? file.Secrets.ApplicationServiceToken : null),
            ApplicationServiceUserPrefix = options.ApplicationServiceUserPrefix ?? (has ? file.UserPrefix : null),
            ApplicationServiceSharedPrefix = options.ApplicationServiceSharedPrefix ?? (has ? file.SharedPrefix : null),
            ApplicationServiceSender = options.ApplicationServiceSender ?? (has ? RegistrationFile.DefaultSender(file.UserPrefix) : null),
        };
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_servers is not null)
            await _servers.DisposeAsync();
        _turn.Dispose();
    }

    // A companion that the server does not use could complete no stage.
    private CompanionSet Used(CompanionSet all) => all with
    {
        Mailbox = file.Offers.Contains(Need.EmailSink) ? all.Mailbox : null,
        TextMessages = file.Offers.Contains(Need.SmsSink) ? all.TextMessages : null,
        Captcha = file.Offers.Contains(Need.Captcha) ? all.Captcha : null,
        Sso = file.Offers.Contains(Need.SsoProvider) ? all.Sso : null,
        ApplicationService = file.Offers.Contains(Need.ApplicationService) ? all.ApplicationService : null,
        IdentityServer = file.Offers.Contains(Need.IdentityServer) ? all.IdentityServer : null,
    };
}
