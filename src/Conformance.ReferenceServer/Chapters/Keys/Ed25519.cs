using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Makes and verifies Ed25519 signatures (RFC 8032).</summary>
internal static class Ed25519
{
    /// <summary>The length of a seed, and of a public key.</summary>
    public const int KeyBytes = 32;

    private const int SignatureBytes = 64;

    /// <summary>Whether a signature of a message was made with a key.</summary>
    /// <param name="publicKey">The key, 32 bytes; other lengths are not a key.</param>
    /// <param name="message">The message.</param>
    /// <param name="signature">The signature, 64 bytes; other lengths are not a signature.</param>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeyBytes || signature.Length != SignatureBytes)
        {
            return false;
        }

        try
        {
            var signer = new Ed25519Signer();
            signer.Init(forSigning: false, new Ed25519PublicKeyParameters(publicKey));
            signer.BlockUpdate(message);
            return signer.VerifySignature(signature.ToArray());
        }
        catch (ArgumentException)
        {
            // The key is not a point on the curve.
            return false;
        }
    }

    /// <summary>The public key of a seed.</summary>
    /// <param name="seed">The secret, 32 bytes.</param>
    public static byte[] PublicKeyOf(ReadOnlySpan<byte> seed) => new Ed25519PrivateKeyParameters(seed).GeneratePublicKey().GetEncoded();

    /// <summary>Signs a message.</summary>
    /// <param name="seed">The secret, 32 bytes.</param>
    /// <param name="message">The message.</param>
    /// <returns>The signature, 64 bytes.</returns>
    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, new Ed25519PrivateKeyParameters(seed));
        signer.BlockUpdate(message);
        return signer.GenerateSignature();
    }
}
