namespace Conformance.Homeservers.Profiles;

/// <summary>A homeserver that may stay when the run has ended.</summary>
public interface IKeptHomeserver
{
    /// <summary>How to find and end it; null if it does not stay.</summary>
    Task<KeptHomeserver?> KeptAsync(CancellationToken cancellationToken);
}
