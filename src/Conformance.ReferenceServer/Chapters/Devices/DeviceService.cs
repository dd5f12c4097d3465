using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>The devices of the users, and what is deleted with them.</summary>
internal sealed class DeviceService(
    TokenService tokens, DeviceKeyStore keys, AccountService accounts, DeviceRules rules, ReferenceServerOptions options)
{
    private long _created;

    /// <summary>The devices of a user, the oldest first.</summary>
    public IReadOnlyList<Device> List(Account owner) =>
        [.. rules.Listed(owner, accounts.All).SelectMany(account => account.Devices.Values).OrderBy(device => device.Order)];

    /// <summary>A device of a user; null if the user has none with this ID.</summary>
    public Device? Find(Account owner, string deviceId) => Find(rules.Shown(owner, accounts.All), deviceId);

    /// <summary>A device that a user can rename; null if the user has none with this ID.</summary>
    public Device? FindToRename(Account owner, string deviceId) => Find(rules.Renamed(owner, accounts.All), deviceId);

    /// <summary>The device with this ID. If the user has none, it is created with this name; a known device keeps its name.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="deviceId">The ID; null to make one up.</param>
    /// <param name="displayName">The name of a new device; null for none.</param>
    public Device GetOrCreate(Account owner, string? deviceId, string? displayName)
    {
        deviceId ??= rules.NewId();
        if (owner.Devices.TryGetValue(deviceId, out var known) && rules.LoginRenamesKnownDevices)
        {
            Update(known, displayName);
        }

        return owner.Devices.GetOrAdd(deviceId, id => new Device(id, Interlocked.Increment(ref _created)) { DisplayName = displayName });
    }

    /// <summary>Changes what the user says about a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="displayName">The new name; null leaves it as it is.</param>
    public static void Update(Device device, string? displayName) => device.DisplayName = displayName ?? device.DisplayName;

    /// <summary>Notes that a device made a request.</summary>
    public void Touch(Account owner, string deviceId, string? address)
    {
        if (owner.Devices.TryGetValue(deviceId, out var device))
        {
            device.LastSeen = new LastSeen(options.Clock.GetUtcNow(), address);
        }
    }

    /// <summary>Deletes a device for its user. It is not an error if the device is already gone.</summary>
    public void Delete(Account owner, string deviceId)
    {
        foreach (var (account, id) in rules.Deleted(owner, deviceId, accounts.All).ToList())
        {
            Remove(account, id, rules.Deletion, SessionEnd.Deletion);
        }
    }

    /// <summary>Deletes several devices for their user. It is not an error if some are already gone.</summary>
    public void DeleteAll(Account owner, IReadOnlyList<string> deviceIds)
    {
        foreach (var deviceId in deviceIds)
        {
            Remove(owner, deviceId, rules.BulkDeletion, SessionEnd.BulkDeletion);
        }
    }

    /// <summary>Logs a device out, which ends it.</summary>
    public void LogOut(Account owner, string deviceId)
    {
        foreach (var account in rules.LoggedOutOwners(owner, accounts.All).ToList())
        {
            foreach (var id in rules.LoggedOut(account, deviceId).ToList())
            {
                Remove(account, id, rules.Logout, SessionEnd.Logout);
            }
        }
    }

    /// <summary>Logs out every device of a user, or all but one.</summary>
    /// <param name="owner">The user.</param>
    /// <param name="exceptDeviceId">The device that stays; null for none.</param>
    /// <param name="end">Why.</param>
    public void LogOutAll(Account owner, string? exceptDeviceId, SessionEnd end)
    {
        foreach (var deviceId in owner.Devices.Keys.Where(id => id != exceptDeviceId))
        {
            Remove(owner, deviceId, rules.LogoutEverywhere, end);
        }
    }

    /// <summary>Logs out every device of a user, at the request of one of them.</summary>
    public void LogOutEverywhere(Requester caller)
    {
        foreach (var account in rules.LoggedOutEverywhereOwners(caller.Account, accounts.All).ToList())
        {
            LogOutAll(account, rules.SparedByLogoutEverywhere(caller), SessionEnd.LogoutEverywhere);
        }
    }

    private static Device? Find(IEnumerable<Account> owners, string deviceId) =>
        owners.Select(owner => owner.Devices.GetValueOrDefault(deviceId)).FirstOrDefault(device => device is not null);

    /// <summary>Removes a device, or parts of it.</summary>
    private void Remove(Account owner, string deviceId, DeviceParts parts, SessionEnd end)
    {
        // The device goes first: keys that it is just uploading find it gone, or go with the others.
        if (parts.HasFlag(DeviceParts.Listing))
        {
            owner.Devices.TryRemove(deviceId, out _);
        }

        tokens.Revoke(owner.UserId, deviceId, parts, end);
        keys.Remove(owner.UserId, deviceId, parts);
    }
}
