using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Keys;

/// <summary>Asks for the keys of users: <c>queryKeys</c>.</summary>
/// <param name="scene">The scenario.</param>
public sealed class KeyQueries(Scene scene)
{
    /// <summary>Asks for the keys of a user.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="userId">Whose keys.</param>
    /// <param name="deviceIds">The devices; none for all.</param>
    /// <exception cref="ViolationException">The answer is not a 200 with an object.</exception>
    public async Task<Exchange> AskAsync(CallerPhrase caller, string userId, params IEnumerable<string> deviceIds)
    {
        var exchange = await TryAsync(caller, userId, deviceIds);
        return exchange.Response is { Status: 200, Json.ValueKind: JsonValueKind.Object }
            ? exchange
            : throw scene.Violation("queryKeys gives 200", exchange.Outcome, exchange);
    }

    /// <summary>The same, whatever the answer.</summary>
    internal Task<Exchange> TryAsync(CallerPhrase caller, string userId, params IEnumerable<string> deviceIds)
    {
        var devices = new JsonArray([.. deviceIds.Select(id => JsonValue.Create(id))]);
        var query = new JsonObject { ["device_keys"] = new JsonObject { [userId] = devices } };
        return scene.World.CallAsync(
            scene.Call(caller, scene.OperationOf(Operations.QueryKeys), query), scene.Callers.Of(caller), scene.Role, scene.Cancellation);
    }

    /// <summary>The keys of a device in an answer; null where there are none.</summary>
    internal static JsonElement? DeviceKeys(Exchange answer, string userId, string deviceId) =>
        answer.Response?.Json?.Member("device_keys")?.Member(userId)?.Member(deviceId);

    /// <summary>The public key of a cross-signing key in an answer; null where there is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="member">The member of an upload: <c>master_key</c>.</param>
    /// <param name="userId">Whose key.</param>
    internal static string? CrossSigningKey(Exchange answer, string member, string userId) =>
        answer.Response?.Json?.Member($"{member}s")?.Member(userId)?.Member("keys") is { ValueKind: JsonValueKind.Object } keys
            ? keys.Members().Select(key => key.Value.Text()).FirstOrDefault() ?? "(no text)"
            : null;
}
