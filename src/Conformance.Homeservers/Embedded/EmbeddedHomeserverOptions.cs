using Conformance.ReferenceServer.Configuration;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Homeservers.Embedded;

/// <summary>How the embedded homeserver is set up.</summary>
public sealed record EmbeddedHomeserverOptions
{
    /// <summary>The specification that the server will be judged by; null for the newest that is built in.</summary>
    public Specification? Specification { get; init; }

    /// <summary>The version to serve and to test; null for the newest that is built in.</summary>
    public SpecVersion? SpecVersion { get; init; }

    /// <summary>The names of the faults to switch on; none makes the server conforming.</summary>
    public IReadOnlyCollection<string> Faults { get; init; } = [];

    /// <summary>
    /// Says where the suite reaches a homeserver, given where it listens, e.g. at a proxy that it starts; null, the default, if it reaches
    /// it there.
    /// </summary>
    public Func<Uri, Uri>? ReachedAt { get; init; }

    /// <summary>What is different about the server although it conforms; null, the default, for nothing.</summary>
    public ServerVariant? Variant { get; init; }

    /// <summary>The server name, the part of user IDs after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>Hears what requests make the server do; null, the default, for nobody. Called from many
    /// threads.</summary>
    public Action<string>? Touched { get; init; }
}
