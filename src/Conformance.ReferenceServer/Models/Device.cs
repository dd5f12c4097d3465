namespace Conformance.ReferenceServer.Models;

/// <summary>A device of a user.</summary>
/// <param name="id">Its ID.</param>
/// <param name="order">Where it stands among the devices of the server, by creation.</param>
internal sealed class Device(string id, long order)
{
    /// <summary>Its ID, unique for one user.</summary>
    public string Id { get; } = id;

    /// <summary>Where it stands among the devices of the server, by creation.</summary>
    public long Order { get; } = order;

    /// <summary>Its name; null if it was never named.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Where it was last seen, and when; null if it never made a request.</summary>
    public LastSeen? LastSeen { get; set; }
}
