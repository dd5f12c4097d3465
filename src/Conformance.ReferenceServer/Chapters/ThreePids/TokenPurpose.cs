namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Why an identifier is validated.</summary>
internal enum TokenPurpose
{
    /// <summary>To register with it: nobody may have it.</summary>
    Registration,

    /// <summary>To reset a password: somebody must have it.</summary>
    PasswordReset,

    /// <summary>To add it to an account: nobody may have it.</summary>
    Addition,
}
