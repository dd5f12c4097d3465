namespace Conformance.Homeservers.TargetFiles;

/// <summary>An application service that a homeserver is set up with. Holds a secret.</summary>
/// <param name="Token">The token with which the service calls the server, a template.</param>
/// <param name="UserPrefix">What the localparts of its users begin with.</param>
public sealed record ApplicationServiceSettings(string Token, string UserPrefix);
