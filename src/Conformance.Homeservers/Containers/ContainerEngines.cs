using Conformance.Homeservers.Processes;

namespace Conformance.Homeservers.Containers;

/// <summary>Finds the machine's container engine.</summary>
public static class ContainerEngines
{
    /// <summary>
    /// Connects to the engine of <c>DOCKER_HOST</c>; else to that of the current Docker context; else to the first that answers at the
    /// usual sockets of Docker and Podman. If an engine is named explicitly, no other is tried.
    /// </summary>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="ContainerException">No engine answers; the line says what was tried.</exception>
    public static Task<IContainerEngine> ConnectAsync(CancellationToken cancellationToken) =>
        ConnectAsync(EngineEnvironment.OfProcess(), EngineDeadlines.Usual, RunOwner.OfThisProcess(), cancellationToken);

    internal static async Task<IContainerEngine> ConnectAsync(
        EngineEnvironment environment, EngineDeadlines deadlines, RunOwner owner, CancellationToken cancellationToken)
    {
        var search = EngineSearch.In(environment);
        var failures = new List<string>();
        foreach (var address in search.Addresses)
        {
            try
            {
                return await DockerEngine.ConnectAsync(address, deadlines, owner, cancellationToken);
            }
            catch (ContainerException exception)
            {
                var why = exception.InnerException is { } cause ? EngineConnection.Cause(cause) : OneLine.Of(exception.Message);
                failures.Add($"{address} ({why})");
            }
        }

        throw new ContainerException(
            search.Because is { } because
            ? $"No container engine answers at {failures.Single()}, which is what {because} says"
            : $"No container engine answers at {string.Join(", ", failures)}",
            search.Because is null
                ? "start Docker or Podman, or say where it is with DOCKER_HOST."
                : "start that engine, or name another with DOCKER_HOST.");
    }
}
