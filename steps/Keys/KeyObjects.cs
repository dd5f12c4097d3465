using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Conformance.Steps.Keys;

/// <summary>Keys of end-to-end encryption in the form in which clients upload them. Nobody has their private parts.</summary>
internal static class KeyObjects
{
    /// <summary>The algorithm of one-time and fallback keys.</summary>
    public const string OneTimeAlgorithm = "signed_curve25519";

    private const int KeyLength = 32;
    private const int SignatureLength = 64;

    /// <summary>The identity keys of a device (<c>definitions/device_keys.yaml</c>).</summary>
    public static JsonObject OfDevice(string userId, string deviceId) => new()
    {
        ["user_id"] = userId,
        ["device_id"] = deviceId,
        ["algorithms"] = new JsonArray("m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2"),
        ["keys"] = new JsonObject { [$"curve25519:{deviceId}"] = Random(KeyLength), [$"ed25519:{deviceId}"] = Random(KeyLength) },
        ["signatures"] = Signatures(userId, deviceId),
    };

    /// <summary>A one-time key under a name of its own, or a fallback key ("Key algorithms").</summary>
    public static JsonObject OneTime(string userId, string deviceId, bool isFallback = false)
    {
        var key = new JsonObject { ["key"] = Random(KeyLength), ["signatures"] = Signatures(userId, deviceId) };
        if (isFallback)
            key["fallback"] = true;
        return new JsonObject { [$"{OneTimeAlgorithm}:{RandomNumberGenerator.GetHexString(8)}"] = key };
    }

    private static JsonObject Signatures(string userId, string deviceId) =>
        new() { [userId] = new JsonObject { [$"ed25519:{deviceId}"] = Random(SignatureLength) } };

    private static string Random(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=');
}
