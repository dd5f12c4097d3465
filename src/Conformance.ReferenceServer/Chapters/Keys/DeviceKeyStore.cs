using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>The end-to-end encryption keys of devices.</summary>
internal sealed class DeviceKeyStore
{
    private readonly ConcurrentDictionary<(string UserId, string DeviceId), DeviceKeys> _devices = [];

    /// <summary>Adds keys of a device, or replaces those with the same ID.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="deviceId">The device.</param>
    /// <param name="identity">The identity keys; null leaves them as they are.</param>
    /// <param name="oneTimeKeys">One-time keys by <c>algorithm:id</c>.</param>
    /// <returns>How many one-time keys the device now has, by algorithm.</returns>
    public IReadOnlyDictionary<string, int> Add(
        string userId, string deviceId, JsonElement? identity, IReadOnlyDictionary<string, JsonElement> oneTimeKeys)
    {
        var keys = _devices.GetOrAdd((userId, deviceId), _ => new DeviceKeys());
        lock (keys)
        {
            keys.Identity = identity ?? keys.Identity;
            foreach (var (id, key) in oneTimeKeys)
            {
                keys.OneTimeKeys[id] = key;
            }

            return keys.OneTimeKeys.Keys
                .GroupBy(id => id.Split(':')[0], StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        }
    }

    /// <summary>The identity keys of a device; null if it has uploaded none.</summary>
    public JsonObject? Find(string userId, string deviceId) =>
        _devices.TryGetValue((userId, deviceId), out var keys) && keys.Identity is { } identity ? JsonObject.Create(identity) : null;

    /// <summary>The devices of a user that have identity keys.</summary>
    public IReadOnlyList<string> DevicesOf(string userId) =>
        [.. _devices.Where(entry => entry.Key.UserId == userId && entry.Value.Identity is not null).Select(entry => entry.Key.DeviceId)];

    /// <summary>Removes all keys of a device.</summary>
    public void Remove(string userId, string deviceId) => _devices.TryRemove((userId, deviceId), out _);

    private sealed class DeviceKeys
    {
        public JsonElement? Identity { get; set; }

        public Dictionary<string, JsonElement> OneTimeKeys { get; } = new(StringComparer.Ordinal);
    }
}
