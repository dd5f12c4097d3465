namespace Conformance.ReferenceServer.Chapters.Deactivation;

/// <summary>What a deactivation ends.</summary>
[Flags]
internal enum DeactivationEffects
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The user's ability to log in.</summary>
    Logins = 1,

    /// <summary>The sessions, with their devices and all tokens.</summary>
    Sessions = 2,

    /// <summary>The ownership of third-party identifiers.</summary>
    Identifiers = 4,

    /// <summary>The cross-signing keys.</summary>
    CrossSigningKeys = 8,

    /// <summary>Everything.</summary>
    All = Logins | Sessions | Identifiers | CrossSigningKeys,
}
