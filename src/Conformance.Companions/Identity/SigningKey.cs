using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Conformance.Companions.Identity;

/// <summary>The key with which the identity server signs what it has bound (appendices, "Signing JSON").</summary>
internal sealed class SigningKey
{
    private readonly Ed25519PrivateKeyParameters _key;

    /// <summary>Makes a new key.</summary>
    public SigningKey()
        : this(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize))
    {
    }

    /// <summary>The key of a seed.</summary>
    /// <param name="seed">32 bytes.</param>
    /// <param name="id">The key's ID.</param>
    internal SigningKey(byte[] seed, string id = "ed25519:0")
    {
        _key = new Ed25519PrivateKeyParameters(seed);
        (Id, PublicKey) = (id, Unpadded(_key.GeneratePublicKey().GetEncoded()));
    }

    /// <summary>Its id.</summary>
    public string Id { get; }

    /// <summary>The public key in unpadded base64.</summary>
    public string PublicKey { get; }

    /// <summary>Signs an object: adds the member <c>signatures</c>.</summary>
    /// <param name="content">The object, not signed yet.</param>
    /// <param name="signer">The name of the server.</param>
    public JsonObject Sign(JsonObject content, string signer)
    {
        var signature = Sign(Encoding.UTF8.GetBytes(CanonicalJson.Of(content)));
        content["signatures"] = new JsonObject { [signer] = new JsonObject { [Id] = Unpadded(signature) } };
        return content;
    }

    /// <summary>The Ed25519 signature of a message (RFC 8032), 64 bytes.</summary>
    internal byte[] Sign(byte[] message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    private static string Unpadded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
