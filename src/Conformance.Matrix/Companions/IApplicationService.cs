namespace Conformance.Matrix.Companions;

/// <summary>An application service that is registered with the homeserver. Contains secrets.</summary>
public interface IApplicationService
{
    /// <summary>The token with which the service calls the homeserver.</summary>
    string ApplicationServiceToken { get; }

    /// <summary>What the homeserver sent, in the order it came.</summary>
    IReadOnlyList<ServiceCall> Calls { get; }

    /// <summary>Waits for a call of the homeserver.</summary>
    /// <param name="matches">Which call.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The first such call, also if it came before; null if none came in time.</returns>
    Task<ServiceCall?> AwaitAsync(Func<ServiceCall, bool> matches, TimeSpan deadline, CancellationToken cancellationToken);
}
