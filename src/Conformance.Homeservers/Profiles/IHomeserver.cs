using Conformance.Matrix.Targets;

namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver to be tested, wherever it comes from. Disposing it stops what was started.</summary>
public interface IHomeserver : IAsyncDisposable
{
    /// <summary>Starts the server if it is the suite's to start, and finds out what it offers.</summary>
    /// <exception cref="TargetException">It cannot be tested.</exception>
    Task<Target> StartAsync(CancellationToken cancellationToken);
}
