namespace Conformance.Matrix.Validation;

/// <summary>The media of third-party identifiers.</summary>
public static class Medium
{
    /// <summary>Email addresses.</summary>
    public const string Email = "email";

    /// <summary>Telephone numbers.</summary>
    public const string Phone = "msisdn";

    /// <summary>The medium of an address: what has an at sign is mail.</summary>
    public static string Of(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Contains('@', StringComparison.Ordinal) ? Email : Phone;
    }
}
