namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver whose own log the suite can read, since it started the server itself.</summary>
public interface IHomeserverLog
{
    /// <summary>The log so far, standard output and standard error together; empty if there is none.</summary>
    Task<string> LogsAsync(CancellationToken cancellationToken);
}
