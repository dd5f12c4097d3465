using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Devices;

/// <summary>The devices of the users, and what goes when they go.</summary>
internal class DeviceService(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
{
    private const int GeneratedLength = 10;
    private long _created;

    /// <summary>The devices of a user, the oldest first.</summary>
    public virtual IReadOnlyList<Device> List(Account owner, string? currentDeviceId) => [.. owner.Devices.Values.OrderBy(device => device.Order)];

    /// <summary>A device of a user; null if the user has none of this ID.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="deviceId">The ID.</param>
    /// <param name="currentDeviceId">The device that asks; null if none does.</param>
    public virtual Device? Find(Account owner, string deviceId, string? currentDeviceId) => owner.Devices.GetValueOrDefault(deviceId);

    /// <summary>The device of this ID, which is created and named if the user has none such; a known one keeps its name.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="deviceId">The ID; null to make one up.</param>
    /// <param name="displayName">The name of a new device; null for none.</param>
    public virtual Device GetOrCreate(Account owner, string? deviceId, string? displayName) =>
        owner.Devices.GetOrAdd(
            deviceId ?? OpaqueTokens.CreateName(GeneratedLength),
            id => new Device(id, Interlocked.Increment(ref _created)) { DisplayName = displayName });

    /// <summary>Changes what the user says about a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="displayName">The new name; null leaves it as it is.</param>
    public virtual void Update(Device device, string? displayName) => device.DisplayName = displayName ?? device.DisplayName;

    /// <summary>Notes that a device made a request.</summary>
    public virtual void Touch(Account owner, string deviceId, string? address)
    {
        if (owner.Devices.TryGetValue(deviceId, out var device))
        {
            device.LastSeen = new LastSeen(options.Clock.GetUtcNow(), address);
        }
    }

    /// <summary>Deletes a device for its user. One that is gone already is no error.</summary>
    public virtual void Delete(Account owner, string deviceId) => Remove(owner, deviceId, RemovedByDeletion);

    /// <summary>Deletes several devices for their user. Those that are gone already are no error.</summary>
    public virtual void DeleteAll(Account owner, IReadOnlyList<string> deviceIds)
    {
        foreach (var deviceId in deviceIds)
        {
            Remove(owner, deviceId, RemovedByBulkDeletion);
        }
    }

    /// <summary>Logs a device out, which ends it.</summary>
    public virtual void LogOut(Account owner, string deviceId) => Remove(owner, deviceId, DeviceParts.All);

    /// <summary>Logs out every device of a user, or all but one.</summary>
    public virtual void LogOutAll(Account owner, string? exceptDeviceId)
    {
        foreach (var deviceId in owner.Devices.Keys.Where(id => id != exceptDeviceId))
        {
            LogOut(owner, deviceId);
        }
    }

    /// <summary>What goes with a device that is deleted by itself.</summary>
    protected virtual DeviceParts RemovedByDeletion => DeviceParts.All;

    /// <summary>What goes with a device that is deleted together with others.</summary>
    protected virtual DeviceParts RemovedByBulkDeletion => DeviceParts.All;

    /// <summary>Removes a device, or parts of it.</summary>
    protected void Remove(Account owner, string deviceId, DeviceParts parts)
    {
        tokens.Revoke(owner.UserId, deviceId, parts);
        if (parts.HasFlag(DeviceParts.Keys))
        {
            keys.Remove(owner.UserId, deviceId);
        }

        if (parts.HasFlag(DeviceParts.Listing))
        {
            owner.Devices.TryRemove(deviceId, out _);
        }
    }
}
