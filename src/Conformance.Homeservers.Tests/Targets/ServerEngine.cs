using Conformance.Homeservers.Containers;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>A container engine whose containers are reference homeservers in this process, on the ports that are asked for.</summary>
internal sealed class ServerEngine : IContainerEngine
{
    public string Description => "servers of this process";

    /// <summary>What the servers log.</summary>
    public string Log { get; init; } = "";

    /// <summary>What a container without a port says.</summary>
    public string Output { get; init; } = "";

    /// <summary>The arguments of the last container without a port; null where there was none.</summary>
    public IReadOnlyList<string>? Asked { get; private set; }

    public Task<bool> HasImageAsync(string image, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken) =>
        Task.FromResult<IContainer>(specification.Ports is [var port]
            ? new ServerContainer(port.HostPort, Log)
            : Said(specification.Command));

    public Task<string> HostAddressAsync(CancellationToken cancellationToken) => Task.FromResult("127.0.0.1");

    public Task RemoveLeftoversAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private SayingContainer Said(IReadOnlyList<string> command)
    {
        Asked = command;
        return new SayingContainer(Output);
    }

    private sealed class SayingContainer(string output) : IContainer
    {
        public string Id => "saying";

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken) => Task.FromResult(output);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class ServerContainer(int port, string log) : IContainer
    {
        private ReferenceHomeserver? _server;

        public string Id => "server";

        public async Task StartAsync(CancellationToken cancellationToken) => _server = await ReferenceHomeserver.StartAsync(
            new ReferenceServerOptions { Port = port, RegistrationFlows = [["m.login.dummy"]] }, cancellationToken);

        public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => Task.FromResult(_server is not null);

        public Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken) => Task.FromResult(log);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
