namespace Conformance.Matrix.ThreePids;

/// <summary>A third-party identifier: an email address or a telephone number.</summary>
/// <param name="Medium">The medium.</param>
/// <param name="Address">The address in canonical form; of a telephone number the digits of its international form.</param>
public readonly record struct ThreePid(Medium Medium, string Address)
{
    /// <summary>Reads an address: one with an at sign is an email address, any other a telephone number.</summary>
    /// <param name="address">An email address, or a telephone number in international form.</param>
    public static ThreePid Parse(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Contains('@', StringComparison.Ordinal)
            ? new(Medium.Email, address)
            : new(Medium.Phone, PhoneNumbers.Digits(address));
    }

    /// <summary>The address.</summary>
    public override string ToString() => Address;
}
