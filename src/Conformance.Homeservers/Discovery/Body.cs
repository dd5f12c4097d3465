using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Homeservers.Discovery;

/// <summary>Reads single values of a body that may have any form.</summary>
internal static class Body
{
    /// <summary>A string; null where there is none.</summary>
    public static string? Text(RecordedResponse response, string member) => response.Json?.Text(member);

    /// <summary>A number; null where there is none.</summary>
    public static double? Number(RecordedResponse response, string member) =>
        response.Json is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(member, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : null;

    /// <summary>Whether the member <c>enabled</c> of a capability is true; null where the capability is not listed.</summary>
    public static bool? Capability(RecordedResponse response, string name) =>
        response.Json is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty("capabilities", out var capabilities) && capabilities.ValueKind == JsonValueKind.Object
        && capabilities.TryGetProperty(name, out var capability) && capability.ValueKind == JsonValueKind.Object
        && capability.TryGetProperty("enabled", out var enabled)
            ? enabled.ValueKind == JsonValueKind.True
            : null;
}
