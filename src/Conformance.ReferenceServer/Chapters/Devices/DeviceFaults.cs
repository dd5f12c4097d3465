using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Faults of devices.</summary>
internal static class DeviceFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("bulk-deleted-device-token-survives", "DEV-19", "The access tokens of devices that are deleted together stay valid.",
            Rule<DeviceRules>(rules => rules with { BulkDeletion = DeviceParts.All & ~DeviceParts.AccessTokens })),
        new("bulk-deleted-refresh-token-survives", "DEV-22", "The refresh tokens of devices that are deleted together stay valid.",
            Rule<DeviceRules>(rules => rules with { BulkDeletion = DeviceParts.All & ~DeviceParts.RefreshTokens })),
        new("bulk-deleted-refreshed-token-survives", "DEV-19",
            "An access token that a refresh gave survives the deletion of its device together with others.",
            Rule<TokenRules>(rules =>
                rules with { AccessTokenEnds = (token, end) => !token.IsRefreshed || end != SessionEnd.BulkDeletion })),
        new("bulk-deletion-asks-no-authentication", "DEV-18", "Several devices are deleted without authentication.",
            Rule<DeviceRules>(rules => rules with { BulkDeletionAuthenticates = _ => false })),
        new("bulk-deletion-needs-no-list", "DEV-20", "A request that lists no devices is taken for one that lists none.",
            Body("deleteDevices", body => body["devices"] = body["devices"] is JsonArray devices ? devices.DeepClone() : new JsonArray())),
        new("bulk-deletion-refuses-unknown-devices", "DEV-19", "Several devices are not deleted if the user does not have one of them.",
            Request("deleteDevices", call => (call.Body.Strings("devices") ?? []).All(id => Has(call, id)) ? call : throw Unknown())),
        new("bulk-deletion-stops-at-the-first", "DEV-19", "Of several devices only the first is deleted.",
            Body("deleteDevices", body => body["devices"] = new JsonArray(body["devices"]![0]!.DeepClone()))),
        new("deleted-device-keys-survive", "DEV-15", "The keys of a deleted device are still shown.",
            Rule<DeviceRules>(rules => rules with { Deletion = DeviceParts.All & ~DeviceParts.Keys })),
        new("deleted-device-one-time-keys-survive", "KEY-07", "The one-time keys of a deleted device are still given out.",
            Rule<DeviceRules>(rules => rules with { Deletion = DeviceParts.All & ~DeviceParts.OneTimeKeys })),
        new("deleted-device-refresh-token-survives", "DEV-15", "The refresh token of a deleted device stays valid.",
            Rule<DeviceRules>(rules => rules with { Deletion = DeviceParts.All & ~DeviceParts.RefreshTokens })),
        new("deleted-device-stays-listed", "DEV-12", "A deleted device loses its tokens and stays in the list.",
            Rule<DeviceRules>(rules => rules with { Deletion = DeviceParts.All & ~DeviceParts.Listing })),
        new("deleted-device-token-survives", "DEV-14", "The access tokens of a deleted device stay valid.",
            Rule<DeviceRules>(rules => rules with { Deletion = DeviceParts.All & ~DeviceParts.AccessTokens })),
        new("deleted-device-refreshable-token-survives", "DEV-14",
            "The access token of a session that can be refreshed survives the deletion of its device.",
            Rule<TokenRules>(rules => rules with { AccessTokenEnds = (token, end) => !token.IsRefreshable || end != SessionEnd.Deletion })),
        new("deleting-gone-device-fails", "DEV-13", "Deleting a device that is gone already is answered with 404.",
            Request("deleteDevice", call => Has(call, call.PathParameters["deviceId"]) ? call : throw Unknown())),
        new("deletion-asks-no-authentication", "DEV-11", "A device is deleted without authentication.",
            Rule<DeviceRules>(rules => rules with { DeletionAuthenticates = _ => false })),
        new("deletion-spares-what-is-in-use", "DEV-14", "A device that makes a call while it is deleted stays.",
            PerServer(SparingWhatIsInUse)),
        new("deletion-ends-newer-sessions", "DEV-12", "Deleting a device ends the sessions of the devices that are newer.",
            Rule<DeviceRules>(rules => rules with { Deleted = (owner, deviceId, _) => AndNewer(owner, deviceId) })),
        new("deletion-offers-dummy-flow", "DEV-16", "The stage m.login.dummy is enough to delete a device.",
            Rule<UiaRules>(rules => rules with { Offered = (id, flows) => id == "deleteDevice" ? [.. flows, [StageTypes.Dummy]] : flows })),
        new("device-list-shows-devices-of-others", "DEV-05", "The list has the devices of all users.",
            Rule<DeviceRules>(rules => rules with { Listed = (_, everybody) => everybody })),
        new("device-list-stops-at-two", "DEV-05", "The list has two devices at most.",
            Answer("getDevices", body => body["devices"] = new JsonArray([.. Devices(body).Take(2).Select(device => device.DeepClone())]))),
        new("device-lookup-finds-the-calling-one", "DEV-06",
            "Whichever of their devices users ask for, they are shown the one that asks.",
            Request("getDevice", call => call.RequiredCaller.DeviceId is { } calling && Has(call, call.PathParameters["deviceId"])
                ? call with { PathParameters = new Dictionary<string, string> { ["deviceId"] = calling } }
                : call)),
        new("device-without-id", "DEV-02", "A device that is asked for alone is shown without its ID.",
            Answer("getDevice", body => body.Remove("device_id"))),
        new("empty-list-deletes-all", "DEV-19", "An empty list of devices to delete stands for all but the calling one.",
            Request("deleteDevices", call => call.Body.Strings("devices") is { Count: 0 } ? WithAllOthers(call) : call)),
        new("foreign-device-can-be-deleted", "DEV-17",
            "Deleting a device ID that the user never had deletes the devices of this ID of all others.",
            Rule<DeviceRules>(rules => rules with { Deleted = OfOthers() })),
        new("foreign-device-can-be-renamed", "DEV-10", "A device of another user can be renamed.",
            Rule<DeviceRules>(rules => rules with { Renamed = (asking, everybody) => everybody.Prepend(asking) })),
        new("foreign-device-is-shown", "DEV-07", "A device of another user is shown.",
            Rule<DeviceRules>(rules => rules with { Shown = (asking, everybody) => everybody.Prepend(asking) })),
        new("last-seen-in-seconds", "DEV-03", "The time at which a device was last seen is in seconds.",
            Answer("getDevices getDevice", body =>
                EachSeen(body, device => device["last_seen_ts"] = (long)device["last_seen_ts"]! / 1000))),
        new("last-seen-time-is-text", "DEV-03", "The list tells as text when a device was last seen.",
            Answer("getDevices", body => EachSeen(body, device => device["last_seen_ts"] = device["last_seen_ts"]!.ToString()))),
        new("renaming-is-lost", "DEV-08", "A new name of a device is accepted and forgotten.",
            Body("updateDevice", body => body.Remove("display_name"))),
        new("service-bulk-deletion-is-challenged", "APS-16", "An application service must authenticate to delete several devices.",
            Rule<DeviceRules>(rules => rules with { BulkDeletionAuthenticates = _ => true })),
        new("service-cannot-create-devices", "APS-14", "An application service cannot create a device by naming it.",
            Rule<DeviceRules>(rules => rules with { Creates = _ => false })),
        new("service-deletion-is-challenged", "APS-15", "An application service must authenticate to delete a device.",
            Rule<DeviceRules>(rules => rules with { DeletionAuthenticates = _ => true })),
        new("service-deletion-is-lost", "APS-15", "A service that deletes a device is told that it is gone, and it is not.",
            Instead("deleteDevice", call => call.RequiredCaller.IsApplicationService ? Reply.Done() : null)),
        new("service-bulk-deletion-is-lost", "APS-16",
            "A service that deletes several devices is told that they are gone, and they are not.",
            Instead("deleteDevices", call => call.RequiredCaller.IsApplicationService ? Reply.Done() : null)),
        new("single-device-is-no-array", "DEV-01", "A list of one device is that device, and no array.",
            Answer("getDevices", body =>
                body["devices"] = Devices(body).ToList() is [var only] ? only.DeepClone() : body["devices"]!.DeepClone())),
        new("unknown-device-is-forbidden", "DEV-07", "A device that the user does not have is forbidden instead of not found.",
            Refusal("getDevice", ErrorCodes.NotFound, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("unknown-device-is-unrecognized", "DEV-21", "A device that the user does not have is answered like an unknown endpoint.",
            Refusal("getDevice", ErrorCodes.NotFound, refusal => refusal.As(404, ErrorCodes.Unrecognized))),
        new("unnamed-device-has-a-name-of-another", "DEV-04", "A device without a name is shown with the name of another.",
            Answer("getDevice", (body, call) => body["display_name"] ??= call.RequiredCaller.Account.Devices.Values
                .OrderBy(device => device.Order).Select(device => device.DisplayName).OfType<string>().FirstOrDefault())),
        new("unnamed-device-has-empty-name", "DEV-04", "A device without a name is shown with an empty one.",
            Answer("getDevices getDevice", body => Each(body, device => device["display_name"] ??= ""))),
        new("unseen-device-is-listed-without-id", "DEV-02", "A device that was never seen is listed without its ID.",
            Answer("getDevices", body => Each(body, device => _ = device.ContainsKey("last_seen_ts") || device.Remove("device_id")))),
        new("update-creates-unknown-device", "DEV-10", "Any client can create a device by naming it.",
            Rule<DeviceRules>(rules => rules with { Creates = _ => true })),
        new("update-without-name-removes-it", "DEV-09", "An update that gives no name takes the name away.",
            Request("updateDevice", Unnamed)),
    ];

    private static Call WithAllOthers(Call call)
    {
        var body = JsonObject.Create(call.Body.Element)!;
        var others = call.RequiredCaller.Account.Devices.Values.OrderBy(device => device.Order).Select(device => device.Id)
            .Where(id => id != call.RequiredCaller.DeviceId);
        body["devices"] = new JsonArray([.. others.Select(id => (JsonNode)id)]);
        return call with { Body = RequestObject.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())) };
    }

    private static bool Has(Call call, string deviceId) => call.RequiredCaller.Account.Devices.ContainsKey(deviceId);

    private static MatrixException Unknown() => MatrixException.NotFound("The user has no device of this ID.");

    private static IEnumerable<JsonObject> Devices(JsonObject body) => body["devices"]!.AsArray().Select(device => device!.AsObject());

    // A single device, or all of a list.
    private static void Each(JsonObject body, Action<JsonObject> change)
    {
        foreach (var device in body.ContainsKey("devices") ? Devices(body) : [body])
        {
            change(device);
        }
    }

    private static void EachSeen(JsonObject body, Action<JsonObject> change) => Each(body, device =>
    {
        if (device.ContainsKey("last_seen_ts"))
        {
            change(device);
        }
    });

    private static IReadOnlyList<Change> SparingWhatIsInUse()
    {
        // A deletion waits long enough for a call at the same time to begin, and that call long enough to be seen.
        var (wait, use) = (TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(60));
        var inUse = new ConcurrentDictionary<(string UserId, string? DeviceId), bool>();
        return
        [
            Around("getTokenOwner uploadKeys", async (call, next) =>
            {
                var device = (call.RequiredCaller.Account.UserId, call.RequiredCaller.DeviceId);
                inUse[device] = true;
                await Task.Delay(use);
                inUse.TryRemove(device, out _);
                return await next(call);
            }),
            Around("deleteDevice", async (call, next) =>
            {
                if (!call.Body.Has("auth"))
                {
                    return await next(call);
                }

                await Task.Delay(wait);
                return inUse.ContainsKey((call.RequiredCaller.Account.UserId, call.PathParameters["deviceId"]))
                    ? Reply.Done()
                    : await next(call);
            }),
        ];
    }

    private static IEnumerable<(Account Owner, string DeviceId)> AndNewer(Account owner, string deviceId) =>
        owner.Devices.TryGetValue(deviceId, out var deleted)
            ? owner.Devices.Values.Where(device => device.Order >= deleted.Order).Select(device => (owner, device.Id))
            : [(owner, deviceId)];

    // A user who deletes a device of their own, even twice, harms nobody. Otherwise users who share a device ID by chance would be harmed
    // too.
    private static Func<Account, string, IEnumerable<Account>, IEnumerable<(Account Owner, string DeviceId)>> OfOthers()
    {
        var own = new ConcurrentDictionary<(string UserId, string DeviceId), bool>();
        return (owner, deviceId, everybody) =>
            (owner.Devices.ContainsKey(deviceId) && own.TryAdd((owner.UserId, deviceId), true)) || own.ContainsKey((owner.UserId, deviceId))
                ? [(owner, deviceId)]
                : everybody.Select(account => (account, deviceId));
    }

    private static Call Unnamed(Call call)
    {
        var devices = call.RequiredCaller.Account.Devices;
        if (!call.Body.Has("display_name") && devices.TryGetValue(call.PathParameters["deviceId"], out var device))
        {
            device.DisplayName = null;
        }

        return call;
    }
}
