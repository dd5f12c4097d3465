using System.Text.Json;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Json;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>A cross-signing key as it was uploaded (<c>definitions/cross_signing_key.yaml</c>).</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="PublicKey">The key itself, in unpadded base64.</param>
/// <param name="Json">The whole object.</param>
internal sealed record CrossSigningKey(CrossSigningKeyKind Kind, string PublicKey, JsonElement Json)
{
    private const string Algorithm = "ed25519:";

    /// <summary>The kinds, each with its request member and its <c>usage</c>.</summary>
    public static IReadOnlyList<(CrossSigningKeyKind Kind, string Member, string Usage)> Kinds { get; } =
    [
        (CrossSigningKeyKind.Master, "master_key", "master"),
        (CrossSigningKeyKind.SelfSigning, "self_signing_key", "self_signing"),
        (CrossSigningKeyKind.UserSigning, "user_signing_key", "user_signing"),
    ];

    /// <summary>Reads the keys of a request.</summary>
    /// <exception cref="MatrixException">400: a key does not fit the definition, or belongs to another user.</exception>
    public static IReadOnlyList<CrossSigningKey> ReadAll(RequestObject body, string userId, KeyRules rules)
    {
        var keys = new List<CrossSigningKey>();
        foreach (var (kind, member, usage) in Kinds)
        {
            if (body.Object(member) is { } key)
            {
                keys.Add(Read(key, kind, usage, userId, rules));
            }
        }

        return keys;
    }

    /// <summary>Whether this is the same key, signatures included.</summary>
    public bool IsSameAs(CrossSigningKey other) => CanonicalJson.Write(Json) == CanonicalJson.Write(other.Json);

    private static CrossSigningKey Read(RequestObject key, CrossSigningKeyKind kind, string usage, string userId, KeyRules rules)
    {
        if (key.RequiredString("user_id") != userId && rules.ChecksOwner)
        {
            throw MatrixException.InvalidParam("The key is of another user.");
        }

        if (!(key.Strings("usage") ?? throw MatrixException.Missing("usage")).Contains(usage))
        {
            throw MatrixException.InvalidParam($"The usage of the key does not say \"{usage}\".");
        }

        var keys = key.RequiredObject("keys");
        var names = keys.Names.ToList();
        if (names is not [var name] || !name.StartsWith(Algorithm, StringComparison.Ordinal)
            || keys.String(name) != name[Algorithm.Length..])
        {
            throw MatrixException.InvalidParam(
                "\"keys\" must have exactly one member: the public key under the name ed25519:<public key>.");
        }

        _ = key.Object("signatures");
        return new CrossSigningKey(kind, name[Algorithm.Length..], key.Element);
    }
}
