namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>What a cross-signing key is for.</summary>
internal enum CrossSigningKeyKind
{
    /// <summary>The master signing key.</summary>
    Master,

    /// <summary>The self-signing key.</summary>
    SelfSigning,

    /// <summary>The user-signing key.</summary>
    UserSigning,
}
