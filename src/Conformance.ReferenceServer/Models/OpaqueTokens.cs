using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Conformance.ReferenceServer.Models;

/// <summary>Makes and compares unguessable strings.</summary>
internal static class OpaqueTokens
{
    private const int Bytes = 24;

    /// <summary>A new one: 32 characters that need no encoding in URLs and fit the opaque identifier grammar.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>A new identifier for people to read and type, of capital letters.</summary>
    public static string CreateName(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ", length);

    /// <summary>Whether two are the same, in a time that does not depend on where they differ.</summary>
    public static bool AreSame(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));
}
