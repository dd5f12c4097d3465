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

        _ = call.Body.Object("fallback_keys");
        var counts = new JsonObject();
        foreach (var (algorithm, count) in keys.Add(caller.Account.UserId, deviceId, identity?.Element, OneTimeKeys(call.Body)))
        {
            counts[algorithm] = count;
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

    private static Dictionary<string, JsonElement> OneTimeKeys(RequestObject body)
    {
        var oneTimeKeys = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var key in body.Object("one_time_keys")?.Element.EnumerateObject() ?? default)
        {
            if (!key.Name.Contains(':', StringComparison.Ordinal)
                || key.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Object))
            {
                throw MatrixException.BadJson("One-time keys are strings or objects under names of the form algorithm:id.");
            }

            oneTimeKeys[key.Name] = key.Value;
        }

        return oneTimeKeys;
    }
}
