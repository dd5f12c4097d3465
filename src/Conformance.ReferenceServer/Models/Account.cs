using System.Collections.Concurrent;

namespace Conformance.ReferenceServer.Models;

/// <summary>A user of the homeserver.</summary>
/// <param name="localpart">The user ID's part before the colon.</param>
/// <param name="serverName">The user ID's part after it.</param>
internal sealed class Account(string localpart, string serverName)
{
    /// <summary>The full user ID.</summary>
    public string UserId { get; } = $"@{localpart}:{serverName}";

    /// <summary>The user ID's part before the colon.</summary>
    public string Localpart { get; } = localpart;

    /// <summary>Whether a text is the password; null for a user who cannot log in by password.</summary>
    public Predicate<string>? Verifies { get; set; }

    /// <summary>The provider's name for the user; null for one who never signed on there. Set before anybody knows of the
    /// account.</summary>
    public string? SignOnIdentity { get; set; }

    /// <summary>Whether this is a guest, who may do less.</summary>
    public bool IsGuest { get; set; }

    /// <summary>Whether the user has anything to authenticate by.</summary>
    public bool CanAuthenticate => Verifies is not null || SignOnIdentity is not null;

    /// <summary>
    /// Whether the account was deactivated. Its user ID stays taken; it keeps its password, so that only its former owner can learn what
    /// became of it.
    /// </summary>
    public bool IsDeactivated { get; set; }

    /// <summary>Whether this is the password; never, for a user who has none.</summary>
    public bool HasPassword(string password) => Verifies?.Invoke(password) ?? false;

    /// <summary>The devices by their IDs, which are unique for one user only.</summary>
    public ConcurrentDictionary<string, Device> Devices { get; } = new(StringComparer.Ordinal);
}
