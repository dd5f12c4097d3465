namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Events by which a refresh token that was used ends.</summary>
[Flags]
internal enum TokenUses
{
    /// <summary>None: it lives on.</summary>
    None = 0,

    /// <summary>The first use of the access token that it was exchanged for.</summary>
    NewAccessToken = 1,

    /// <summary>The first use of the refresh token that it was exchanged for.</summary>
    NewRefreshToken = 2,

    /// <summary>The exchange itself.</summary>
    Exchange = 4,
}
