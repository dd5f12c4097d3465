namespace Conformance.Homeservers.Containers;

/// <summary>Runs containers on this machine. Every call has a deadline; what goes wrong is a <see cref="ContainerException"/> of one
/// line. Safe to use from many tasks at once.</summary>
public interface IContainerEngine : IAsyncDisposable
{
    /// <summary>Which engine, and where, as a reader may be told: <c>Docker 20.10.24 at unix:///var/run/docker.sock</c>.</summary>
    string Description { get; }

    /// <summary>Whether the engine has the image already.</summary>
    /// <param name="image">The image's name, with a tag or digest; without either the tag is <c>latest</c>.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="ContainerException">The engine cannot tell.</exception>
    Task<bool> HasImageAsync(string image, CancellationToken cancellationToken);

    /// <summary>Gets the image from its registry.</summary>
    /// <param name="image">As for <see cref="HasImageAsync"/>.</param>
    /// <param name="progress">Is told how far the download is, in a line whenever it has changed noticeably.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <exception cref="ContainerException">The image cannot be had; the line says how to get it.</exception>
    Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken);

    /// <summary>Makes a container with its files, and does not start it.</summary>
    /// <param name="specification">What the container is like.</param>
    /// <param name="cancellationToken">Ends the making; nothing is left behind then.</param>
    /// <exception cref="ContainerException">The engine refuses, for example since it does not have the image.</exception>
    Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken);

    /// <summary>The name or address by which a container reaches this machine.</summary>
    /// <returns>The gateway of the engine's bridge where that is an address of this machine, otherwise
    /// <c>host.docker.internal</c>.</returns>
    /// <exception cref="ContainerException">The engine cannot tell.</exception>
    Task<string> HostAddressAsync(CancellationToken cancellationToken);

    /// <summary>Removes the containers of runs on this machine that have ended without doing so. Those of runs that go on, and those made
    /// to be kept, stay.</summary>
    /// <exception cref="ContainerException">The engine cannot list its containers, or cannot remove one.</exception>
    Task RemoveLeftoversAsync(CancellationToken cancellationToken);
}
