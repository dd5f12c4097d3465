using System.Security.Cryptography;
using System.Text;

namespace Conformance.ReferenceServer.Models;

/// <summary>A password that can be checked but not read.</summary>
/// <remarks>
/// Salted SHA-256 is too fast to protect a stolen database. Here nothing outlives the process, and every scenario logs in.
/// </remarks>
internal sealed class PasswordHash
{
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _hash;

    /// <summary>Hashes a password.</summary>
    public PasswordHash(string password) => _hash = Compute(password);

    /// <summary>Whether this is the password.</summary>
    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(_hash, Compute(password));

    private byte[] Compute(string password) => SHA256.HashData([.. _salt, .. Encoding.UTF8.GetBytes(password)]);
}
