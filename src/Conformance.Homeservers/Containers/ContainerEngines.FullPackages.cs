using Conformance.Homeservers.Containers.Docker;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Images;
using global::Docker.DotNet;
using global::Docker.DotNet.Handler.Abstractions;
using global::Docker.DotNet.Models;
using Microsoft.Extensions.Logging.Abstractions;
using DockerContainer = Conformance.Homeservers.Containers.Docker.DockerContainer;
using Version = System.Version;

namespace Conformance.Homeservers.Containers;

/// <content>
/// With <c>-p:FullPackages=true</c> Testcontainers makes, starts, stops and removes containers. What it has no call for stays ours: images, state, the last
/// lines of a log, files with the owner of their folders, leftovers.
/// </content>
public static partial class ContainerEngines
{
    static partial void UseTestcontainers(ref IContainerEngine used, DockerEngine engine, EngineAddress address, EngineDeadlines deadlines) =>
        used = new TestcontainersEngine(engine, address, deadlines);

    private sealed class TestcontainersEngine : IContainerEngine
    {
        private const string Loopback = "127.0.0.1";
        private readonly DockerEngine _engine;
        private readonly Endpoint _endpoint;
        private readonly EngineDeadlines _deadlines;

        public TestcontainersEngine(DockerEngine engine, EngineAddress address, EngineDeadlines deadlines)
        {
            (_engine, _endpoint, _deadlines) = (engine, new Endpoint(new Uri(address.ToString()), engine.ApiVersion), deadlines);
            // Its reaper is a container of an image of its own; leftovers are found by our labels.
            TestcontainersSettings.ResourceReaperEnabled = false;
        }

        /// <inheritdoc/>
        public string Description => _engine.Description;

        /// <inheritdoc/>
        public Task<bool> HasImageAsync(string image, CancellationToken cancellationToken) => _engine.HasImageAsync(image, cancellationToken);

        /// <inheritdoc/>
        public Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken) => _engine.PullImageAsync(image, progress, cancellationToken);

        /// <inheritdoc/>
        public Task<string> HostAddressAsync(CancellationToken cancellationToken) => _engine.HostAddressAsync(cancellationToken);

        /// <inheritdoc/>
        public Task RemoveLeftoversAsync(CancellationToken cancellationToken) => _engine.RemoveLeftoversAsync(cancellationToken);

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => _engine.DisposeAsync();

        /// <inheritdoc/>
        public async Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(specification);
            if (!await _engine.HasImageAsync(specification.Image, cancellationToken))
                throw ImageHints.Missing(specification.Image);
            var (container, name) = _engine.Expect(specification);
            try
            {
                var made = Builder(specification, name).Build();
                await CallAsync($"create the container {name}", made.CreateAsync, _deadlines.Change, cancellationToken);
                await container.FillAsync(made.Id, cancellationToken);
                return new TestcontainersContainer(made, container, name, specification.Keep, _deadlines);
            }
            catch
            {
                await container.RemoveAsync();
                throw;
            }
        }

        private MadeContainerBuilder Builder(ContainerSpecification specification, string name)
        {
            var builder = new MadeContainerBuilder(specification.Image)
                .WithDockerEndpoint(_endpoint)
                .WithLogger(NullLogger.Instance)
                .WithImagePullPolicy(PullPolicy.Never)
                .WithName(name)
                .WithLabel(_engine.LabelsFor(specification).ToDictionary(label => label.Key, label => label.Value!.GetValue<string>()))
                .WithEnvironment(specification.Environment)
                .WithExtraHost("host.docker.internal", "host-gateway")
                .WithCreateParameterModifier(parameters => Complete(parameters, specification));
            if (specification.Entrypoint is { } entrypoint)
                builder = builder.WithEntrypoint([.. entrypoint]);
            foreach (var port in specification.Ports)
                builder = builder.WithPortBinding(port.HostPort, port.ContainerPort);
            return specification.Command.Count > 0 ? builder.WithCommand([.. specification.Command]) : builder;
        }

        // Testcontainers binds ports to every address of the machine.
        private static void Complete(CreateContainerParameters parameters, ContainerSpecification specification)
        {
            parameters.User = specification.User ?? parameters.User;
            foreach (var binding in parameters.HostConfig?.PortBindings?.Values.SelectMany(bindings => bindings) ?? [])
                binding.HostIP = Loopback;
        }
    }

    private sealed class TestcontainersContainer(MadeContainer made, DockerContainer container, string name, bool keep, EngineDeadlines deadlines) : IRemovableContainer
    {
        private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(10);

        /// <inheritdoc/>
        public string Id => container.Id;

        /// <inheritdoc/>
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            try
            {
                await CallAsync($"start the container {name}", made.StartAsync, deadlines.Change, cancellationToken);
            }
            catch (ContainerException exception) when (exception.InnerException is ContainerNotRunningException)
            {
                // It has started, and ended. Whoever waits for it says so, with its log.
            }
        }

        /// <inheritdoc/>
        public Task<bool> IsRunningAsync(CancellationToken cancellationToken) => container.IsRunningAsync(cancellationToken);

        /// <inheritdoc/>
        public Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken) => container.LogsAsync(lastLines, cancellationToken);

        /// <inheritdoc/>
        public Task StopAsync(CancellationToken cancellationToken) => CallAsync($"stop the container {name}", made.StopAsync, deadlines.Call + StopTime, cancellationToken);

        /// <inheritdoc/>
        public async ValueTask DisposeAsync()
        {
            if (keep)
                return;
            try
            {
                await CallAsync($"remove the container {name}", made.DeleteAsync, deadlines.Change, CancellationToken.None);
            }
            catch (ContainerException)
            {
                // Ours tries as well, and otherwise the next run does.
            }

            await container.DisposeAsync();
        }

        /// <inheritdoc/>
        public Task RemoveAsync() => container.RemoveAsync();
    }

    // Testcontainers lets whatever happens out as it is.
    private static async Task CallAsync(string purpose, Func<CancellationToken, Task> call, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        try
        {
            await call(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var why = exception is OperationCanceledException ? $"it took more than {deadline.TotalSeconds:0} s" : OneLine.Of(exception.Message);
            throw new ContainerException($"The engine could not {purpose}: {why}", exception);
        }
    }

    // Testcontainers would speak its own version of the API, which an older engine refuses.
    private sealed class Endpoint(Uri address, Version version) : IDockerEndpointAuthenticationConfiguration
    {
        private readonly DockerEndpointAuthenticationConfiguration _usual = new(address);

        Version IDockerEndpointAuthenticationConfiguration.Version => version;

        Uri IDockerEndpointAuthenticationConfiguration.Endpoint => address;

        public IAuthProvider? AuthProvider => null;

        public DockerClientBuilder GetDockerClientBuilder(Guid sessionId = default) => _usual.GetDockerClientBuilder(sessionId).WithApiVersion(version);
    }

    /// <summary>A container of Testcontainers that can be made without being started, and removed without being stopped.</summary>
    private sealed class MadeContainer(IContainerConfiguration configuration) : DotNet.Testcontainers.Containers.DockerContainer(configuration)
    {
        public async Task CreateAsync(CancellationToken cancellationToken)
        {
            using (await AcquireLockAsync(cancellationToken))
                await UnsafeCreateAsync(cancellationToken);
        }

        public async Task DeleteAsync(CancellationToken cancellationToken)
        {
            using (await AcquireLockAsync(cancellationToken))
                await UnsafeDeleteAsync(cancellationToken);
        }
    }

    private sealed class MadeContainerBuilder : ContainerBuilder<MadeContainerBuilder, MadeContainer, IContainerConfiguration>
    {
        public MadeContainerBuilder(string image)
            : this(new ContainerConfiguration()) => DockerResourceConfiguration = Init().WithImage(image).DockerResourceConfiguration;

        private MadeContainerBuilder(IContainerConfiguration configuration)
            : base(configuration) => DockerResourceConfiguration = configuration;

        protected override IContainerConfiguration DockerResourceConfiguration { get; }

        public override MadeContainer Build()
        {
            Validate();
            return new MadeContainer(DockerResourceConfiguration);
        }

        protected override MadeContainerBuilder Clone(IResourceConfiguration<CreateContainerParameters> resourceConfiguration) =>
            Merge(DockerResourceConfiguration, new ContainerConfiguration(resourceConfiguration));

        protected override MadeContainerBuilder Clone(IContainerConfiguration resourceConfiguration) =>
            Merge(DockerResourceConfiguration, new ContainerConfiguration(resourceConfiguration));

        protected override MadeContainerBuilder Merge(IContainerConfiguration oldValue, IContainerConfiguration newValue) =>
            new(new ContainerConfiguration(oldValue, newValue));
    }
}
