using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Stores the end-to-end encryption keys of the calling device.</summary>
internal sealed class UploadKeys(DeviceKeyStore keys) : SimpleOperation(OperationIds.UploadKeys)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var deviceId = caller.DeviceId ?? throw MatrixException.Missing("device_id");
        var identity = call.Body.Object("device_keys");
        if (identity is not null)
        {
            CheckIdentity(identity, caller.Account.UserId, deviceId);
        }

        var uploaded =
            new UploadedKeys(identity?.Element, KeysOf(call.Body, "one_time_keys"), KeysOf(call.Body, "fallback_keys"));
        var counts = new JsonObject();
        foreach (var (algorithm, count) in keys.Add(caller.Account.UserId, deviceId, uploaded))
        {
            counts[algorithm] = count;
        }

        // It may have been deleted since the access token was looked at.
        if (!caller.Account.Devices.ContainsKey(deviceId))
        {
            keys.Remove(caller.Account.UserId, deviceId, DeviceParts.All);
            throw MatrixException.UnknownToken("The device is gone.");
        }

        return Reply.Ok(new JsonObject { ["one_time_key_counts"] = counts });
    }

    private static void CheckIdentity(RequestObject identity, string userId, string deviceId)
    {
        if (identity.RequiredString("user_id") != userId || identity.RequiredString("device_id") != deviceId)
        {
            throw MatrixException.InvalidParam("The keys are not those of the calling device.");
        }

        _ = identity.Strings("algorithms") ?? throw MatrixException.Missing("device_keys.algorithms");
        _ = identity.RequiredObject("keys");
        _ = identity.RequiredObject("signatures");
    }

    private static OrderedDictionary<string, JsonElement> KeysOf(RequestObject body, string member)
    {
        var keys = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var key in body.Object(member)?.Element.EnumerateObject() ?? default)
        {
            if (!key.Name.Contains(':', StringComparison.Ordinal)
                || key.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object))
            {
                throw MatrixException.BadJson("One-time and fallback keys are strings or objects under names of the form algorithm:id.");
            }

            keys[key.Name] = key.Value;
        }

        return keys;
    }
}
