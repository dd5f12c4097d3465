namespace Conformance.Homeservers.Containers;

/// <summary>One of our containers. Disposing of it removes it with its volumes, running or not, unless it was made to be kept.</summary>
/// <remarks>Disposing throws nothing: a container that cannot be removed is left to the next run's <see
/// cref="IContainerEngine.RemoveLeftoversAsync"/>.</remarks>
public interface IContainer : IAsyncDisposable
{
    /// <summary>The engine's id of the container.</summary>
    string Id { get; }

    /// <summary>Starts it; nothing happens if it runs already.</summary>
    /// <exception cref="ContainerException">It cannot be started, for example since a host port is taken.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Whether it runs now; not before it is started, and not after it was removed.</summary>
    /// <exception cref="ContainerException">The engine cannot tell.</exception>
    Task<bool> IsRunningAsync(CancellationToken cancellationToken);

    /// <summary>The end of what it wrote to standard output and standard error; each in its order, the two only nearly so. May hold
    /// secrets: it is the server's text.</summary>
    /// <param name="lastLines">How many lines at most; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ContainerException">The engine does not have them.</exception>
    Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken);

    /// <summary>Stops it: asks its process to end, and kills it if it has not after fifteen seconds. Nothing happens if it does not
    /// run.</summary>
    /// <exception cref="ContainerException">It cannot be stopped.</exception>
    Task StopAsync(CancellationToken cancellationToken);
}
