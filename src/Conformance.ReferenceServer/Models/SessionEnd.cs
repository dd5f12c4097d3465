namespace Conformance.ReferenceServer.Models;

/// <summary>What ends a session.</summary>
internal enum SessionEnd
{
    /// <summary>A new login on its device.</summary>
    NewLogin,

    /// <summary>A logout.</summary>
    Logout,

    /// <summary>A logout everywhere.</summary>
    LogoutEverywhere,

    /// <summary>The deletion of its device.</summary>
    Deletion,

    /// <summary>The deletion of its device together with others.</summary>
    BulkDeletion,

    /// <summary>A change of the password.</summary>
    PasswordChange,

    /// <summary>The deactivation of the account.</summary>
    Deactivation,
}
