using System.Globalization;
using Docker.DotNet.Models;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;
using Microsoft.Extensions.Logging.Abstractions;

namespace Conformance.Homeservers.Containers;

/// <summary>A container of Testcontainers that can be made without being started.</summary>
internal sealed class MadeContainer(
    EngineEndpoint endpoint, string name, ContainerSpecification specification, IReadOnlyDictionary<string, string> labels)
    : DotNet.Testcontainers.Containers.DockerContainer(Configuration(endpoint, name, specification, labels))
{
    private const string Loopback = "127.0.0.1";

    /// <summary>Makes it.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        using (await AcquireLockAsync(cancellationToken))
            await UnsafeCreateAsync(cancellationToken);
    }

    // Without the builder, which would add labels and wait strategies of its own: a server's readiness is not the engine's business.
    private static ContainerConfiguration Configuration(
        EngineEndpoint endpoint, string name, ContainerSpecification specification, IReadOnlyDictionary<string, string> labels) =>
        new(
            new ContainerConfiguration(new ResourceConfiguration<CreateContainerParameters>(
                endpoint, labels, [parameters => Complete(parameters, specification)], logger: NullLogger.Instance)),
            new ContainerConfiguration(
                image: new DockerImage(specification.Image),
                imagePullPolicy: PullPolicy.Never,
                name: name,
                entrypoint: specification.Entrypoint,
                command: specification.Command.Count > 0 ? new OverwriteEnumerable<string>(specification.Command) : null,
                environments: specification.Environment,
                resourceMappings: [],
                containers: [],
                mounts: [],
                networks: [],
                // Docker Desktop knows the name by itself; other engines need to be told.
                extraHosts: ["host.docker.internal:host-gateway"],
                outputConsumer: Consume.DoNotConsumeStdoutAndStderr(),
                waitStrategies: [],
                startupCallback: (_, _, _) => Task.CompletedTask));

    // Testcontainers would bind ports to every address of the machine, and wait for those of a container that has ended.
    private static void Complete(CreateContainerParameters parameters, ContainerSpecification specification)
    {
        parameters.User = specification.User ?? parameters.User;
        parameters.ExposedPorts = specification.Ports.ToDictionary(Inside, _ => default(EmptyStruct));
        parameters.HostConfig!.PortBindings = specification.Ports.ToDictionary(
            Inside,
            IList<PortBinding> (port) =>
                [new PortBinding { HostIP = Loopback, HostPort = port.HostPort.ToString(CultureInfo.InvariantCulture) }]);
    }

    private static string Inside(PublishedPort port) => string.Create(CultureInfo.InvariantCulture, $"{port.ContainerPort}/tcp");
}
