using Xunit;

namespace Conformance.Companions.Tests;

/// <summary>The companions, started once for the tests of a class.</summary>
public sealed class CompanionsFixture : IAsyncLifetime
{
    public CompanionServers Servers { get; private set; } = null!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public Uri Url(string pathAndQuery) => new(Servers.HttpUrl, pathAndQuery);

    public async Task InitializeAsync() => Servers = await CompanionServers.StartAsync(new CompanionOptions(), default);

    public async Task DisposeAsync()
    {
        Http.Dispose();
        await Servers.DisposeAsync();
    }
}
