using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Targets;
using Conformance.Mutation.Wire;
using Conformance.Spec.Loading;

namespace Conformance.Mutation.Variations;

/// <summary>The embedded homeservers with a variation.</summary>
internal sealed class VariedSource : IProfileSource
{
    private readonly EmbeddedSource _embedded;

    /// <summary>Makes the profiles; nothing is started yet.</summary>
    public VariedSource(Variation variation, Specification specification)
    {
        _embedded = new EmbeddedSource(new EmbeddedHomeserverOptions
        {
            Specification = specification,
            Variant = variation.Server,
            ServerName = variation.ServerName,
        });
        Profiles = variation.IsDiscovered
            ? [Varied(
                _embedded.Profiles.Single(profile => profile.Name == variation.Profile), variation, specification) with { Offers = null }]
            : [.. _embedded.Profiles.Select(profile => Varied(profile, variation, specification))];
    }

    /// <inheritdoc/>
    public string Name => _embedded.Name;

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <inheritdoc/>
    public bool StartsServers => true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _embedded.DisposeAsync();

    private static Profile Varied(Profile profile, Variation variation, Specification specification) =>
        profile with { Create = () => new VariedHomeserver(profile.Create(), variation, specification) };

    /// <summary>A homeserver behind a proxy.</summary>
    private sealed class VariedHomeserver(IHomeserver homeserver, Variation variation, Specification specification) : IHomeserver
    {
        private WireProxy? _proxy;

        public async Task<Target> StartAsync(CancellationToken cancellationToken)
        {
            var target = await homeserver.StartAsync(cancellationToken);
            _proxy = WireProxy.Start(target.BaseUrl, specification, variation.Layer?.Invoke() ?? new WireLayer());
            return variation.IsDiscovered
                ? await DiscoverAsync(target, _proxy.BaseUrl, cancellationToken)
                : target with { BaseUrl = new Uri(_proxy.BaseUrl.GetLeftPart(UriPartial.Authority)) };
        }

        public async ValueTask DisposeAsync()
        {
            if (_proxy is not null)
                await _proxy.DisposeAsync();
            await homeserver.DisposeAsync();
        }

        private async Task<Target> DiscoverAsync(Target known, Uri url, CancellationToken cancellationToken)
        {
            await using var discovered = new UrlHomeserver(url, new UrlHomeserverOptions
            {
                Specification = specification,
                RegistrationToken = known.RegistrationToken,
                ApplicationServiceToken = known.ApplicationServiceToken,
                ApplicationServiceUserPrefix = known.ApplicationServiceUserPrefix,
                ApplicationServiceSharedPrefix = known.ApplicationServiceSharedPrefix,
                Companions = known.Companions,
                Accounts = known.ReadyAccounts,
            });
            return await discovered.StartAsync(cancellationToken);
        }
    }
}
