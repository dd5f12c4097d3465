using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Shows the end-to-end encryption keys of users of this server.</summary>
internal sealed class QueryKeys(
    AccountService accounts, DeviceKeyStore deviceKeys, CrossSigningKeyStore crossSigning, ReferenceServerOptions options)
    : SimpleOperation(OperationIds.QueryKeys)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        call.Body.CheckInteger("timeout");
        var wanted = call.Body.RequiredObject("device_keys");
        var devices = new JsonObject();
        var failures = new JsonObject();
        var crossSigned = CrossSigningKey.Kinds.ToDictionary(kind => kind.Kind, _ => new JsonObject());
        foreach (var userId in wanted.Names.Distinct())
        {
            var deviceIds = wanted.Strings(userId)!;
            if (accounts.Find(userId) is { IsDeactivated: false } account)
            {
                devices[userId] = Devices(account, deviceIds);
                AddCrossSigning(crossSigned, userId, own: userId == call.RequiredCaller.Account.UserId);
            }
            else if (RemoteServers.Of(userId, options) is { } server)
            {
                failures[server] = new JsonObject();
            }
        }

        var body = new JsonObject { ["device_keys"] = devices, ["failures"] = failures };
        foreach (var (kind, member, _) in CrossSigningKey.Kinds)
        {
            body[$"{member}s"] = crossSigned[kind];
        }

        return Reply.Ok(body);
    }

    private JsonObject Devices(Account account, IReadOnlyList<string> deviceIds)
    {
        var shown = new JsonObject();
        foreach (var deviceId in deviceIds.Count > 0 ? deviceIds.Distinct() : deviceKeys.DevicesOf(account.UserId))
        {
            if (deviceKeys.Find(account.UserId, deviceId) is { } keys)
            {
                var hints = new JsonObject();
                if (account.Devices.GetValueOrDefault(deviceId)?.DisplayName is { } name)
                {
                    hints["device_display_name"] = name;
                }

                keys["unsigned"] = hints;
                shown[deviceId] = keys;
            }
        }

        return shown;
    }

    // The user-signing key is shown to its own user only.
    private void AddCrossSigning(Dictionary<CrossSigningKeyKind, JsonObject> shown, string userId, bool own)
    {
        foreach (var (kind, users) in shown)
        {
            if ((own || kind != CrossSigningKeyKind.UserSigning) && crossSigning.Find(userId, kind) is { } key)
            {
                users[userId] = JsonObject.Create(key.Json);
            }
        }
    }
}
