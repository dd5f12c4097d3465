using System.Collections.Concurrent;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Targets;
using Conformance.Mutation.Wire;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Mutation.Variations;

/// <summary>The embedded homeservers with a variation, each behind a proxy of its own.</summary>
internal sealed class VariedSource : IProfileSource
{
    private readonly ConcurrentBag<WireProxy> _proxies = [];
    private readonly EmbeddedSource _embedded;

    /// <summary>Makes the profiles; nothing is started yet.</summary>
    public VariedSource(Variation variation, Specification specification)
    {
        _embedded = new EmbeddedSource(new EmbeddedHomeserverOptions
        {
            Specification = specification,
            Variant = variation.Server,
            ServerName = variation.ServerName,
            ReachedAt = server =>
            {
                var proxy = WireProxy.Start(server, specification, variation.Layer?.Invoke() ?? new WireLayer());
                _proxies.Add(proxy);
                return proxy.BaseUrl;
            },
        });
        Profiles = variation.IsDiscovered
            ? [Discovered(_embedded.Profiles.Single(profile => profile.Name == variation.Profile), variation.Declares, specification)]
            : _embedded.Profiles;
    }

    /// <inheritdoc/>
    public string Name => _embedded.Name;

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <inheritdoc/>
    public bool StartsServers => true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var proxy in _proxies)
            await proxy.DisposeAsync();
        await _embedded.DisposeAsync();
    }

    private static Profile Discovered(Profile profile, IReadOnlyList<Need> declares, Specification specification) => profile with
    {
        Offers = null,
        Create = () => new DiscoveredHomeserver(profile.Create(), declares, specification),
    };

    /// <summary>A homeserver that the suite asks for its offers, although they are known.</summary>
    private sealed class DiscoveredHomeserver(IHomeserver homeserver, IReadOnlyList<Need> declares, Specification specification)
        : IHomeserver
    {
        public async Task<Target> StartAsync(CancellationToken cancellationToken)
        {
            var known = await homeserver.StartAsync(cancellationToken);
            await using var discovered = new UrlHomeserver(known.BaseUrl, new UrlHomeserverOptions
            {
                Specification = specification,
                RegistrationToken = known.RegistrationToken,
                SingleUseTokens = known.SingleUseTokens,
                ApplicationServiceToken = known.ApplicationServiceToken,
                ApplicationServiceUserPrefix = known.ApplicationServiceUserPrefix,
                ApplicationServiceSharedPrefix = known.ApplicationServiceSharedPrefix,
                ApplicationServiceSender = known.ApplicationServiceSender,
                Companions = known.Companions,
                AdditionalOffers = [.. declares],
                Accounts = known.ReadyAccounts,
            });
            return await discovered.StartAsync(cancellationToken);
        }

        public ValueTask DisposeAsync() => homeserver.DisposeAsync();
    }
}
