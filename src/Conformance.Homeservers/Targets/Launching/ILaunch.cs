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

    /// <summary>What the server's program says when it is run with other arguments, until it ends: its version, for example.</summary>
    /// <param name="plan">What to start; its command is those arguments.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Its output; null if it does not start, or does not end by itself in time.</returns>
    Task<string?> OutputAsync(LaunchPlan plan, CancellationToken cancellationToken);

    /// <summary>Lets it be stopped when it is disposed, even if it was to stay: nobody could use it.</summary>
    void Abandon();

    /// <summary>How to find and end a server that stays when it is disposed; null if it is stopped then, or has ended.</summary>
    Task<KeptHomeserver?> KeptAsync(CancellationToken cancellationToken);

    /// <summary>The last lines of its log.</summary>
    Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken);
}
