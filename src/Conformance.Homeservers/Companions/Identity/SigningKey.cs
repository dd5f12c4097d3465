using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Keys;
using Conformance.ReferenceServer.Json;

namespace Conformance.Homeservers.Companions.Identity;

/// <summary>The key with which the identity server signs what it has bound (appendices, "Signing JSON").</summary>
internal sealed class SigningKey
{
    private const int SeedBytes = 32;

    private readonly byte[] _seed = RandomNumberGenerator.GetBytes(SeedBytes);

    /// <summary>Makes a key.</summary>
    public SigningKey() => PublicKey = Unpadded(Ed25519.PublicKeyOf(_seed));

    /// <summary>Its id.</summary>
    public string Id { get; } = "ed25519:0";

    /// <summary>The public key in unpadded base64.</summary>
    public string PublicKey { get; }

    /// <summary>Signs an object: adds the member <c>signatures</c>.</summary>
    /// <param name="content">The object, not signed yet.</param>
    /// <param name="signer">The name of the server.</param>
    public JsonObject Sign(JsonObject content, string signer)
    {
        var canonical = CanonicalJson.Write(JsonSerializer.SerializeToElement(content));
        content["signatures"] = new JsonObject { [signer] = new JsonObject { [Id] = Unpadded(Ed25519.Sign(_seed, Encoding.UTF8.GetBytes(canonical))) } };
        return content;
    }

    private static string Unpadded(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');
}
