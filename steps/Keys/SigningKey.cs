using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Conformance.Steps.Keys;

/// <summary>A new Ed25519 key (RFC 8032), with which a client signs JSON objects (appendices, "Signing JSON").</summary>
internal sealed class SigningKey
{
    private static readonly JsonSerializerOptions NoNeedlessEscapes = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Ed25519PrivateKeyParameters _key = new(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize));

    /// <summary>The public key in unpadded base64.</summary>
    public string PublicKey => Unpadded(_key.GeneratePublicKey().GetEncoded());

    /// <summary>Adds a signature to an object whose texts are ASCII.</summary>
    /// <param name="content">The object, not signed yet.</param>
    /// <param name="userId">Who signs.</param>
    /// <param name="keyId">The key that the signature is said to be of, without its algorithm.</param>
    public void Sign(JsonObject content, string userId, string keyId)
    {
        var message = Encoding.ASCII.GetBytes(Sorted(content)!.ToJsonString(NoNeedlessEscapes));
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(message, 0, message.Length);
        content["signatures"] = new JsonObject
        {
            [userId] = new JsonObject { [$"ed25519:{keyId}"] = Unpadded(signer.GenerateSignature()) },
        };
    }

    // Canonical JSON of what has neither numbers nor texts beyond ASCII.
    private static JsonNode? Sorted(JsonNode? value) => value switch
    {
        JsonObject owner => new JsonObject(owner.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => value?.DeepClone(),
    };

    private static string Unpadded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
