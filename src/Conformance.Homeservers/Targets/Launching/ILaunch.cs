using Conformance.Homeservers.Profiles;

namespace Conformance.Homeservers.Targets.Launching;

/// <summary>A homeserver that the suite starts. Disposing it stops the server and removes what belongs to it.</summary>
internal interface ILaunch : IAsyncDisposable
{
    /// <summary>The variables that the place decides: the data folder, the address to listen on.</summary>
    IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Starts the server; it need not be ready yet.</summary>
    /// <exception cref="TargetException">It does not start.</exception>
    /// <exception cref="Containers.ContainerException">The container engine does not start it.</exception>
    Task StartAsync(LaunchPlan plan, CancellationToken cancellationToken);

    /// <summary>Whether it still runs.</summary>
    Task<bool> IsRunningAsync(CancellationToken cancellationToken);

    /// <summary>The last lines of its log.</summary>
    Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken);
}
