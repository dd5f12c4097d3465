using System.Collections.Concurrent;
using Conformance.Mutation.Wire;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Spec.Loading;

namespace Conformance.Mutation.Hostile;

/// <summary>A running hostile server: the reference homeserver behind a proxy. It remembers what should stay secret.</summary>
public sealed class HostileTarget : IAsyncDisposable
{
    private readonly SecretWatch _watch = new();
    private readonly ConcurrentQueue<WireRequest> _elsewhere = new();
    private readonly ReferenceHomeserver _server;
    private WireProxy? _other;
    private WireProxy? _proxy;
    private volatile bool _misbehaves;

    private HostileTarget(ReferenceHomeserver server) => _server = server;

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl => _proxy!.BaseUrl;

    /// <summary>The tokens and passwords that went over the wire.</summary>
    public IReadOnlyCollection<string> Secrets => _watch.Secrets;

    /// <summary>The requests that reached the other host.</summary>
    public IReadOnlyCollection<WireRequest> Elsewhere => _elsewhere;

    /// <summary>Starts a server, which behaves well until <see cref="Misbehave"/>.</summary>
    /// <param name="hostile">What it does.</param>
    /// <param name="specification">The operations that it has.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<HostileTarget> StartAsync(
        HostileServer hostile, Specification specification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(hostile);
        var target = new HostileTarget(await ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { Variant = hostile.Server }, cancellationToken));
        target._other = WireProxy.Start(target._server.BaseUrl, specification, WireLayer.Instead(request =>
        {
            target._elsewhere.Enqueue(request);
            return WireAnswer.OfJson(200, "{}");
        }));
        var layer = hostile.Layer(target._other.BaseUrl);
        target._proxy = WireProxy.Start(target._server.BaseUrl, specification, target.Switched(layer));
        return target;
    }

    /// <summary>Lets the server misbehave from now on.</summary>
    public void Misbehave() => _misbehaves = true;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        if (_other is not null)
            await _other.DisposeAsync();
        await _server.DisposeAsync();
    }

    private WireLayer Switched(WireLayer layer) => new()
    {
        Filter = async (request, next, token) =>
        {
            _watch.Look(request);
            async Task<WireAnswer> Server(WireRequest inner)
            {
                var answer = await next(inner);
                _watch.Look(answer);
                return answer;
            }

            return _misbehaves ? await layer.Filter(request, Server, token) : await Server(request);
        },
        Connected = async (connection, token) =>
        {
            if (_misbehaves && layer.Connected is { } connected)
                await connected(connection, token);
        },
    };
}
