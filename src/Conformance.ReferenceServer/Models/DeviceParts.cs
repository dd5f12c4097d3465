namespace Conformance.ReferenceServer.Models;

/// <summary>What the server keeps of a device, and removes with it.</summary>
[Flags]
internal enum DeviceParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Its place in the user's list of devices.</summary>
    Listing = 1,

    /// <summary>Its access tokens.</summary>
    AccessTokens = 2,

    /// <summary>Its refresh tokens.</summary>
    RefreshTokens = 4,

    /// <summary>Its identity keys for end-to-end encryption.</summary>
    Keys = 8,

    /// <summary>Its one-time keys and fallback keys for end-to-end encryption.</summary>
    OneTimeKeys = 16,

    /// <summary>All of it.</summary>
    All = Listing | AccessTokens | RefreshTokens | Keys | OneTimeKeys,
}
