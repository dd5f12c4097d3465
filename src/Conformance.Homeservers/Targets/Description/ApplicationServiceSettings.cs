namespace Conformance.Homeservers.Targets.Description;

/// <summary>An application service that a homeserver is set up with. Contains a secret.</summary>
/// <param name="Token">The token with which the service calls the server, a template.</param>
/// <param name="UserPrefix">What the localparts of its users begin with.</param>
/// <param name="SharedPrefix">What localparts begin with in its shared namespace, which is not exclusive; null if it has none.</param>
public sealed record ApplicationServiceSettings(string Token, string UserPrefix, string? SharedPrefix)
{
    /// <summary>The localpart of its own user; null if the file does not say it.</summary>
    public string? SenderLocalpart { get; init; }
}
