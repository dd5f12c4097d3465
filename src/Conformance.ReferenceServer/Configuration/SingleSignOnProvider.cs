namespace Conformance.ReferenceServer.Configuration;

/// <summary>The provider of single sign-on that the homeserver delegates to: a server of the Central Authentication Service protocol,
/// version 3.</summary>
public sealed class SingleSignOnProvider
{
    /// <summary>Where the provider is, for browsers and for the homeserver alike, e.g. <c>http://127.0.0.1:8443/cas</c>.</summary>
    public required Uri CasUrl { get; init; }

    /// <summary>The ID under which <c>GET /login</c> lists it: an opaque identifier.</summary>
    public string Id { get; init; } = "cas";

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "Central Authentication Service";

    /// <summary>
    /// The prefixes of the URLs to which a login token goes without asking the user; for any other URL the user is asked first.
    /// </summary>
    public IReadOnlyList<string> TrustedRedirects { get; init; } = [];

    /// <summary>The lifetime of a login token from single sign-on; five seconds, as the specification recommends.</summary>
    public TimeSpan LoginTokenLifetime { get; init; } = TimeSpan.FromSeconds(5);
}
