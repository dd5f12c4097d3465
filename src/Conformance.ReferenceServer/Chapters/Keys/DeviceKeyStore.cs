using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>The end-to-end encryption keys of devices.</summary>
internal sealed class DeviceKeyStore(KeyRules rules)
{
    private readonly ConcurrentDictionary<(string UserId, string DeviceId), DeviceKeys> _devices = [];

    /// <summary>Adds keys of a device, or replaces those with the same ID.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="deviceId">The device.</param>
    /// <param name="uploaded">The keys.</param>
    /// <returns>How many one-time keys the device now has, by algorithm.</returns>
    public IReadOnlyDictionary<string, int> Add(string userId, string deviceId, UploadedKeys uploaded)
    {
        var keys = _devices.GetOrAdd((userId, deviceId), _ => new DeviceKeys());
        lock (keys)
        {
            keys.Identity = uploaded.Identity ?? keys.Identity;
            foreach (var (id, key) in uploaded.OneTime)
            {
                keys.OneTime[id] = key;
            }

            // "the server will only persist one key per algorithm"
            foreach (var (id, key) in uploaded.Fallback)
            {
                keys.Fallback[AlgorithmOf(id)] = (id, key);
            }

            return keys.OneTime.Keys.GroupBy(AlgorithmOf, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        }
    }

    /// <summary>Gives out a one-time key of a device: of its algorithm the one that was uploaded first, and where there is none a fallback
    /// key.</summary>
    /// <returns>The key with its ID, <c>algorithm:id</c>; null if the device has none.</returns>
    public (string Id, JsonElement Key)? Claim(string userId, string deviceId, string algorithm)
    {
        if (!_devices.TryGetValue((userId, deviceId), out var keys))
        {
            return null;
        }

        lock (keys)
        {
            if (keys.OneTime.FirstOrDefault(key => AlgorithmOf(key.Key) == algorithm) is { Key: { } id } first)
            {
                if (rules.KeysAreClaimedOnce)
                {
                    keys.OneTime.Remove(id);
                }

                return (id, first.Value);
            }

            return keys.Fallback.TryGetValue(algorithm, out var fallback) && rules.FallbackKeysAreGiven ? fallback : null;
        }
    }

    /// <summary>The identity keys of a device; null if it has uploaded none.</summary>
    public JsonObject? Find(string userId, string deviceId) =>
        _devices.TryGetValue((userId, deviceId), out var keys) && keys.Identity is { } identity ? JsonObject.Create(identity) : null;

    /// <summary>The devices of a user that have identity keys.</summary>
    public IReadOnlyList<string> DevicesOf(string userId) =>
        [.. _devices.Where(entry => entry.Key.UserId == userId && entry.Value.Identity is not null).Select(entry => entry.Key.DeviceId)];

    /// <summary>Removes keys of a device: those of the parts <see cref="DeviceParts.Keys"/> and <see
    /// cref="DeviceParts.OneTimeKeys"/>.</summary>
    public void Remove(string userId, string deviceId, DeviceParts parts)
    {
        if (!_devices.TryGetValue((userId, deviceId), out var keys))
        {
            return;
        }

        lock (keys)
        {
            if (parts.HasFlag(DeviceParts.Keys))
            {
                keys.Identity = null;
            }

            if (parts.HasFlag(DeviceParts.OneTimeKeys))
            {
                keys.OneTime.Clear();
                keys.Fallback.Clear();
            }
        }
    }

    private static string AlgorithmOf(string id) => id.Split(':')[0];

    private sealed class DeviceKeys
    {
        public JsonElement? Identity { get; set; }

        // In the order of their upload.
        public OrderedDictionary<string, JsonElement> OneTime { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, (string Id, JsonElement Key)> Fallback { get; } = new(StringComparer.Ordinal);
    }
}
