using System.Numerics;
using System.Security.Cryptography;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Makes and verifies Ed25519 signatures (RFC 8032), which the class library has not.</summary>
/// <remarks>The time that a signature takes depends on the key. The only keys that sign are made when a homeserver starts, and protect nothing.</remarks>
internal static class Ed25519
{
    /// <summary>The length of a seed, and of a public key.</summary>
    public const int KeyBytes = 32;

    private const int SignatureBytes = 64;
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger L = BigInteger.Pow(2, 252) + BigInteger.Parse("27742317777372353535851937790883648493", null);
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly BigInteger SquareRootOfMinusOne = BigInteger.ModPow(2, (P - 1) / 4, P);
    private static readonly Point Base = Recover(Mod(4 * Inverse(5)), isOdd: false)!.Value;

    /// <summary>Whether a signature of a message is one by a key.</summary>
    /// <param name="publicKey">The key, 32 bytes; other lengths are no key.</param>
    /// <param name="message">The message.</param>
    /// <param name="signature">The signature, 64 bytes; other lengths are no signature.</param>
    public static bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != KeyBytes || signature.Length != SignatureBytes)
        {
            return false;
        }

        var s = new BigInteger(signature[KeyBytes..], isUnsigned: true);
        if (s >= L || Decode(publicKey) is not { } a || Decode(signature[..KeyBytes]) is not { } r)
        {
            return false;
        }

        var k = new BigInteger(SHA512.HashData([.. signature[..KeyBytes], .. publicKey, .. message]), isUnsigned: true) % L;
        return Multiply(Base, s).IsSameAs(Add(r, Multiply(a, k)));
    }

    /// <summary>The public key of a seed.</summary>
    /// <param name="seed">The secret, 32 bytes.</param>
    public static byte[] PublicKeyOf(ReadOnlySpan<byte> seed) => Encode(Multiply(Base, ScalarOf(SHA512.HashData(seed))));

    /// <summary>Signs a message.</summary>
    /// <param name="seed">The secret, 32 bytes.</param>
    /// <param name="message">The message.</param>
    /// <returns>The signature, 64 bytes.</returns>
    public static byte[] Sign(ReadOnlySpan<byte> seed, ReadOnlySpan<byte> message)
    {
        var hash = SHA512.HashData(seed);
        var scalar = ScalarOf(hash);
        var publicKey = Encode(Multiply(Base, scalar));
        var nonce = new BigInteger(SHA512.HashData([.. hash[KeyBytes..], .. message]), isUnsigned: true) % L;
        var r = Encode(Multiply(Base, nonce));
        var k = new BigInteger(SHA512.HashData([.. r, .. publicKey, .. message]), isUnsigned: true) % L;
        return [.. r, .. ToBytes((nonce + k * scalar) % L)];
    }

    private static BigInteger ScalarOf(byte[] hash)
    {
        var bytes = hash[..KeyBytes];
        bytes[0] &= 0xf8;
        bytes[^1] = (byte)((bytes[^1] & 0x3f) | 0x40);
        return new BigInteger(bytes, isUnsigned: true);
    }

    private static byte[] Encode(Point point)
    {
        var inverse = Inverse(point.Z);
        var bytes = ToBytes(Mod(point.Y * inverse));
        if (!Mod(point.X * inverse).IsEven)
        {
            bytes[^1] |= 0x80;
        }

        return bytes;
    }

    private static byte[] ToBytes(BigInteger number)
    {
        var bytes = new byte[KeyBytes];
        _ = number.TryWriteBytes(bytes, out _, isUnsigned: true);
        return bytes;
    }

    private static Point? Decode(ReadOnlySpan<byte> encoded)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes];
        encoded.CopyTo(bytes);
        var isOdd = (bytes[^1] & 0x80) != 0;
        bytes[^1] &= 0x7f;
        var y = new BigInteger(bytes, isUnsigned: true);
        return y < P ? Recover(y, isOdd) : null;
    }

    private static Point? Recover(BigInteger y, bool isOdd)
    {
        var square = Mod((y * y - 1) * Inverse(Mod(D * y * y + 1)));
        var x = BigInteger.ModPow(square, (P + 3) / 8, P);
        if (Mod(x * x - square) != 0)
        {
            x = Mod(x * SquareRootOfMinusOne);
        }

        if (Mod(x * x - square) != 0 || (x.IsZero && isOdd))
        {
            return null;
        }

        x = x.IsEven == isOdd ? P - x : x;
        return new Point(x, y, 1, Mod(x * y));
    }

    private static Point Multiply(Point point, BigInteger factor)
    {
        var result = new Point(0, 1, 1, 0);
        for (var bit = (int)factor.GetBitLength() - 1; bit >= 0; bit--)
        {
            result = Add(result, result);
            if (!((factor >> bit) & 1).IsZero)
            {
                result = Add(result, point);
            }
        }

        return result;
    }

    private static Point Add(Point left, Point right)
    {
        var a = Mod((left.Y - left.X) * (right.Y - right.X));
        var b = Mod((left.Y + left.X) * (right.Y + right.X));
        var c = Mod(2 * left.T * right.T * D);
        var d = Mod(2 * left.Z * right.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new Point(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(value, P - 2, P);

    private static BigInteger Mod(BigInteger value) => BigInteger.Remainder(value, P) is var rest && rest.Sign < 0 ? rest + P : rest;

    // Extended homogeneous coordinates: x = X/Z, y = Y/Z, xy = T/Z.
    private readonly record struct Point(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T)
    {
        public bool IsSameAs(Point other) => Mod(X * other.Z - other.X * Z).IsZero && Mod(Y * other.Z - other.Y * Z).IsZero;
    }
}
