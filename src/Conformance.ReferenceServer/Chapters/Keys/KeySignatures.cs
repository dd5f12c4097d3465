using System.Text;
using System.Text.Json;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Checks signatures of JSON objects ("Signing JSON" of the appendices).</summary>
internal static class KeySignatures
{
    /// <summary>Whether an object bears a valid signature by a user's Ed25519 key.</summary>
    /// <param name="signed">The object.</param>
    /// <param name="userId">The signer.</param>
    /// <param name="publicKey">The signer's key, in unpadded base64; also the key's ID.</param>
    public static bool IsSignedBy(JsonElement signed, string userId, string publicKey) =>
        signed.TryGetProperty("signatures", out var signatures)
        && signatures.ValueKind == JsonValueKind.Object
        && signatures.TryGetProperty(userId, out var ofUser)
        && ofUser.ValueKind == JsonValueKind.Object
        && ofUser.TryGetProperty($"ed25519:{publicKey}", out var signature)
        && signature.ValueKind == JsonValueKind.String
        && TryDecode(signature.GetString()!) is { } signatureBytes
        && TryDecode(publicKey) is { } keyBytes
        && Ed25519.Verify(keyBytes, Encoding.UTF8.GetBytes(CanonicalJson.Write(signed, "signatures", "unsigned")), signatureBytes);

    private static byte[]? TryDecode(string unpaddedBase64)
    {
        var buffer = new byte[unpaddedBase64.Length];
        var padded = unpaddedBase64.PadRight((unpaddedBase64.Length + 3) / 4 * 4, '=');
        return Convert.TryFromBase64String(padded, buffer, out var written) ? buffer[..written] : null;
    }
}
