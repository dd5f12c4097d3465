namespace Conformance.Homeservers.Containers;

/// <summary>
/// Runs containers on this machine. Every call has a deadline; a failure is a <see cref="ContainerException"/> of one line. Safe to use
/// from many tasks at once.
/// </summary>
public interface IContainerEngine : IAsyncDisposable
{
    /// <summary>The engine and its address, for people: <c>Docker 20.10.24 at unix:///var/run/docker.sock</c>.</summary>
    string Description { get; }

    /// <summary>Whether the engine has the image already.</summary>
    /// <param name="image">The image's name, with a tag or digest; without either the tag is <c>latest</c>.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <exception cref="ContainerException">The engine cannot tell.</exception>
    Task<bool> HasImageAsync(string image, CancellationToken cancellationToken);

    /// <summary>Gets the image from its registry.</summary>
    /// <param name="image">As for <see cref="HasImageAsync"/>.</param>
    /// <param name="progress">Receives a line whenever the download has made noticeable progress.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <exception cref="ContainerException">The image is not available; the line says how to get it.</exception>
    Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken);

    /// <summary>Makes a container with its files, without starting it.</summary>
    /// <param name="specification">Describes the container.</param>
    /// <param name="cancellationToken">Cancels the call, which then leaves nothing behind.</param>
    /// <exception cref="ContainerException">The engine refuses, for example because it does not have the image.</exception>
    Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken);

    /// <summary>The name or address by which a container reaches this machine.</summary>
    /// <returns>The gateway of the engine's bridge where that is an address of this machine, otherwise
    /// <c>host.docker.internal</c>.</returns>
    /// <exception cref="ContainerException">The engine cannot tell.</exception>
    Task<string> HostAddressAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Removes the containers that ended runs on this machine have left behind. Those of running runs, and those that are to be kept, stay.
    /// </summary>
    /// <exception cref="ContainerException">The engine cannot list its containers, or cannot remove one.</exception>
    Task RemoveLeftoversAsync(CancellationToken cancellationToken);
}
