namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>What an identifier is to be validated for.</summary>
internal enum TokenPurpose
{
    /// <summary>To register with it: nobody may have it.</summary>
    Registration,

    /// <summary>To reset a password: somebody must have it.</summary>
    PasswordReset,

    /// <summary>To add it to an account: nobody may have it.</summary>
    Addition,
}
