namespace Conformance.ReferenceServer.Configuration;

/// <summary>An application service as the homeserver knows it, with its namespaces of users.</summary>
/// <remarks>A class instead of a record, so that no <c>ToString</c> shows the token it holds.</remarks>
public sealed class ApplicationServiceRegistration
{
    /// <summary>The ID of the service, which it names where it asks to be pinged.</summary>
    public string Id { get; init; } = "service";

    /// <summary>Where the homeserver reaches the service; null for nowhere.</summary>
    public Uri? Url { get; init; }

    /// <summary>The <c>hs_token</c> by which the homeserver calls the service; null for none. A secret.</summary>
    public string? HomeserverToken { get; init; }

    /// <summary>The <c>as_token</c> by which the service calls the homeserver. A secret.</summary>
    public required string Token { get; init; }

    /// <summary>The localpart of the user that the service acts as where it names none; the user exists from the start.</summary>
    public required string SenderLocalpart { get; init; }

    /// <summary>A regular expression which the whole user ID of every user in the service's namespace matches, e.g.
    /// <c>@_irc_.*:localhost</c>.</summary>
    public required string UserNamespace { get; init; }

    /// <summary>A regular expression for further users of the service, whose names ordinary users may have as well; null for
    /// none.</summary>
    public string? SharedUserNamespace { get; init; }

    /// <summary>Whether <see cref="UserNamespace"/> is closed to ordinary users.</summary>
    public bool Exclusive { get; init; } = true;
}
