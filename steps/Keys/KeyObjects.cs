using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Conformance.Steps.Keys;

/// <summary>Keys of end-to-end encryption in the form in which clients upload them. Nobody has their private parts.</summary>
internal static class KeyObjects
{
    /// <summary>The algorithm of one-time and fallback keys.</summary>
    public const string OneTimeAlgorithm = "signed_curve25519";

    /// <summary>The member of an upload that is the master key.</summary>
    public const string Master = "master_key";

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

    /// <summary>A cross-signing key (<c>definitions/cross_signing_key.yaml</c>), not signed.</summary>
    /// <param name="userId">Whose it is said to be.</param>
    /// <param name="member">The member of the upload: <c>master_key</c>, <c>self_signing_key</c>, <c>user_signing_key</c>.</param>
    /// <param name="publicKey">The key, in unpadded Base64.</param>
    public static JsonObject CrossSigning(string userId, string member, string publicKey) => new()
    {
        ["user_id"] = userId,
        ["usage"] = new JsonArray(member[..^"_key".Length]),
        ["keys"] = new JsonObject { [$"ed25519:{publicKey}"] = publicKey },
    };

    private static JsonObject Signatures(string userId, string deviceId) =>
        new() { [userId] = new JsonObject { [$"ed25519:{deviceId}"] = Random(SignatureLength) } };

    private static string Random(int bytes) => Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)).TrimEnd('=');
}
