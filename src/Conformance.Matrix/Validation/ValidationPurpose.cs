namespace Conformance.Matrix.Validation;

/// <summary>What an address is validated for; each has operations of its own.</summary>
public enum ValidationPurpose
{
    /// <summary>To register an account.</summary>
    Register,

    /// <summary>To set a new password.</summary>
    ResetPassword,

    /// <summary>To add the address to an account.</summary>
    AddToAccount,
}
