using System.Text.RegularExpressions;
using Conformance.Matrix.Companions;

namespace Conformance.Companions.Identity;

/// <summary>The <c>Authorization</c> header of a homeserver's signed request (server-server API, "Request Authentication").</summary>
internal static partial class XMatrix
{
    private const string Scheme = "X-Matrix ";
    private const int SignatureBytes = 64;

    /// <summary>Reads the header; null where it is none, or lacks a part, or the signature has the wrong length. Does not check whose key
    /// it is.</summary>
    public static HomeserverSignature? Read(string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match match in Part().Matches(header[Scheme.Length..]))
            parts.TryAdd(match.Groups["name"].Value, match.Groups["quoted"].Success
                ? match.Groups["quoted"].Value
                : match.Groups["plain"].Value);
        return parts.GetValueOrDefault("origin") is { Length: > 0 } origin
            && parts.GetValueOrDefault("key") is { } key && key.StartsWith("ed25519:", StringComparison.Ordinal)
            && parts.GetValueOrDefault("sig") is { } signature && Length(signature) == SignatureBytes
                ? new HomeserverSignature(origin, key, signature)
                : null;
    }

    private static int Length(string unpadded)
    {
        var bytes = new byte[unpadded.Length];
        return Convert.TryFromBase64String(
            unpadded.TrimEnd('=').PadRight((unpadded.TrimEnd('=').Length + 3) / 4 * 4, '='), bytes, out var length) ? length : 0;
    }

    [GeneratedRegex("""(?<name>\w+)\s*=\s*("(?<quoted>[^"]*)"|(?<plain>[^,\s]+))""", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
