using System.Collections.Concurrent;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>The cross-signing keys of the users.</summary>
internal sealed class CrossSigningKeyStore
{
    private readonly ConcurrentDictionary<(string UserId, CrossSigningKeyKind Kind), CrossSigningKey> _keys = [];

    /// <summary>A key of a user; null if none was uploaded.</summary>
    public CrossSigningKey? Find(string userId, CrossSigningKeyKind kind) => _keys.GetValueOrDefault((userId, kind));

    /// <summary>Stores a key, in place of one of the same kind.</summary>
    public void Set(string userId, CrossSigningKey key) => _keys[(userId, key.Kind)] = key;

    /// <summary>Removes all keys of a user.</summary>
    public void Remove(string userId)
    {
        foreach (var kind in Enum.GetValues<CrossSigningKeyKind>())
        {
            _keys.TryRemove((userId, kind), out _);
        }
    }

    /// <summary>Whether an ID is the public part of one of the user's keys; a device may not have such an ID.</summary>
    public bool IsKeyId(string userId, string id) =>
        Enum.GetValues<CrossSigningKeyKind>().Any(kind => Find(userId, kind)?.PublicKey == id);
}
