using Conformance.Homeservers.Containers;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>A container engine whose containers are reference homeservers in this process, on the ports that are asked for.</summary>
internal sealed class ServerEngine : IContainerEngine
{
    public string Description => "servers of this process";

    public Task<bool> HasImageAsync(string image, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken) =>
        Task.FromResult<IContainer>(new ServerContainer(specification.Ports.Single().HostPort));

    public Task<string> HostAddressAsync(CancellationToken cancellationToken) => Task.FromResult("127.0.0.1");

    public Task RemoveLeftoversAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class ServerContainer(int port) : IContainer
    {
        private ReferenceHomeserver? _server;

        public string Id => "server";

        public async Task StartAsync(CancellationToken cancellationToken) => _server = await ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { Port = port, RegistrationFlows = [["m.login.dummy"]] }, cancellationToken);

        public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(_server is not null);

        public Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken) => Task.FromResult("");

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
