using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>The homeserver's signing key; a new one at each start.</summary>
internal sealed class HomeserverKey(ReferenceServerOptions options)
{
    private const string Scheme = "X-Matrix";
    private readonly byte[] _seed = RandomNumberGenerator.GetBytes(Ed25519.KeyBytes);

    /// <summary>The key's ID.</summary>
    public string Id { get; } = "ed25519:reference";

    /// <summary>The public key in unpadded base64.</summary>
    public string PublicKey => ToUnpaddedBase64(Ed25519.PublicKeyOf(_seed));

    /// <summary>Adds the homeserver's signature to an object ("Signing JSON" of the appendices).</summary>
    public void Sign(JsonObject signed) =>
        signed["signatures"] = new JsonObject { [options.ServerName] = new JsonObject { [Id] = SignatureOf(signed) } };

    /// <summary>The Authorization header of a request to another server ("Request Authentication" of the server-server API).</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="pathAndQuery">The request target.</param>
    /// <param name="destination">The other server's name.</param>
    /// <param name="content">The JSON body.</param>
    public AuthenticationHeaderValue Authorize(string method, string pathAndQuery, string destination, JsonObject content)
    {
        var signature = SignatureOf(new JsonObject
        {
            ["method"] = method,
            ["uri"] = pathAndQuery,
            ["origin"] = options.ServerName,
            ["destination"] = destination,
            ["content"] = content.DeepClone(),
        });
        return new AuthenticationHeaderValue(Scheme,
            $"""origin="{options.ServerName}",destination="{destination}",key="{Id}",sig="{signature}" """.TrimEnd());
    }

    private static string ToUnpaddedBase64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private string SignatureOf(JsonObject signed)
    {
        var canonical = CanonicalJson.Write(JsonSerializer.SerializeToElement(signed), "signatures", "unsigned");
        return ToUnpaddedBase64(Ed25519.Sign(_seed, Encoding.UTF8.GetBytes(canonical)));
    }
}
