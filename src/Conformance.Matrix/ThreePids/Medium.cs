using System.Diagnostics.CodeAnalysis;

namespace Conformance.Matrix.ThreePids;

/// <summary>The medium of a third-party identifier ("3PID Types", client-server API appendices).</summary>
public readonly record struct Medium
{
    private readonly string? _name;

    private Medium(string name) => _name = name;

    /// <summary>Email addresses: <c>email</c>.</summary>
    public static Medium Email { get; } = new("email");

    /// <summary>Telephone numbers: <c>msisdn</c>.</summary>
    public static Medium Phone { get; } = new("msisdn");

    /// <summary>Reads a medium as it stands in JSON; false for any other text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Medium? medium)
    {
        medium = text == Email._name ? Email : text == Phone._name ? Phone : null;
        return medium is not null;
    }

    /// <summary>The medium as it stands in JSON.</summary>
    public override string ToString() => _name ?? string.Empty;
}
