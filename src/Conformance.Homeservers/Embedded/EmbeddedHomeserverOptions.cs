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
    /// Gives the URL at which the suite reaches a homeserver that listens at another URL, e.g. that of a proxy; null, the default, if the
    /// two are the same.
    /// </summary>
    public Func<Uri, Uri>? ReachedAt { get; init; }

    /// <summary>A permitted difference from the reference behaviour; null, the default, for none.</summary>
    public ServerVariant? Variant { get; init; }

    /// <summary>The server name, the part of user IDs after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>Receives what requests make the server do; null, the default, if nobody needs it. Called from many threads.</summary>
    public Action<string>? Touched { get; init; }
}
