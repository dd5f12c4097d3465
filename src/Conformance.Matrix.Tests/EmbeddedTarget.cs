using Conformance.Homeservers.Embedded;
using Conformance.Matrix.Targets;
using Xunit;

namespace Conformance.Matrix.Tests;

/// <summary>The embedded homeserver, started once for the tests of a class.</summary>
public sealed class EmbeddedTarget : IAsyncLifetime, IAsyncDisposable
{
    private readonly EmbeddedHomeserver _homeserver = new(new EmbeddedHomeserverOptions());

    public Target Target { get; private set; } = null!;

    public async Task InitializeAsync() => Target = await _homeserver.StartAsync(default);

    public ValueTask DisposeAsync() => _homeserver.DisposeAsync();

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}
