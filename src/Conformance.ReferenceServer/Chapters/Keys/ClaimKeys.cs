using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Gives out one-time keys of devices of this server.</summary>
internal sealed class ClaimKeys(AccountService accounts, DeviceKeyStore keys, ReferenceServerOptions options)
    : SimpleOperation(OperationIds.ClaimKeys)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        call.Body.CheckInteger("timeout");
        var wanted = call.Body.RequiredObject("one_time_keys");
        var asked = wanted.Names.Distinct()
            .SelectMany(userId => wanted.Object(userId)!.Names.Distinct()
                .Select(deviceId => (UserId: userId, DeviceId: deviceId, Algorithm: wanted.Object(userId)!.RequiredString(deviceId))))
            .ToList();
        var (given, failures) = (new JsonObject(), new JsonObject());
        foreach (var (userId, deviceId, algorithm) in asked)
        {
            if (accounts.Find(userId) is not { IsDeactivated: false })
            {
                if (RemoteServers.Of(userId, options) is { } server)
                {
                    failures[server] = new JsonObject();
                }
            }
            else if (keys.Claim(userId, deviceId, algorithm) is { } claimed)
            {
                var ofUser = given[userId] ??= new JsonObject();
                ofUser[deviceId] = new JsonObject { [claimed.Id] = JsonNode.Parse(claimed.Key.GetRawText()) };
            }
        }

        return Reply.Ok(new JsonObject { ["one_time_keys"] = given, ["failures"] = failures });
    }
}
