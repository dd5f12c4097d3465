namespace Conformance.Homeservers.Containers;

/// <summary>A container of the suite. Disposing of it removes it with its volumes, running or not, unless it was made to be kept.</summary>
/// <remarks>
/// Disposing throws nothing: a container that cannot be removed is left to the next run's
/// <see cref="IContainerEngine.RemoveLeftoversAsync"/>.
/// </remarks>
public interface IContainer : IAsyncDisposable
{
    /// <summary>The engine's id of the container.</summary>
    string Id { get; }

    /// <summary>Starts it; nothing happens if it runs already.</summary>
    /// <exception cref="ContainerException">It cannot be started, for example because a host port is taken.</exception>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Whether it runs now; false before its start and after its removal.</summary>
    /// <exception cref="ContainerException">The engine cannot tell.</exception>
    Task<bool> IsRunningAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The last lines of standard output and standard error. Each stream is in order; the two together are so only roughly. May hold
    /// secrets, since the text is the server's.
    /// </summary>
    /// <param name="lastLines">How many lines at most; <see cref="int.MaxValue"/> for all.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="ContainerException">The engine does not give the lines.</exception>
    Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken);

    /// <summary>Stops it: asks its process to end, and kills it after fifteen seconds. Does nothing if it does not run.</summary>
    /// <exception cref="ContainerException">It cannot be stopped.</exception>
    Task StopAsync(CancellationToken cancellationToken);
}
