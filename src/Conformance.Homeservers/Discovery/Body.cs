using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Homeservers.Discovery;

/// <summary>Reads single values of a body that may have any form.</summary>
internal static class Body
{
    /// <summary>A string; null where there is none.</summary>
    public static string? Text(RecordedResponse response, string member) => response.Json?.Text(member);

    /// <summary>A number; null where there is none.</summary>
    public static double? Number(RecordedResponse response, string member) => response.Json?.Number(member);

    /// <summary>Whether the member <c>enabled</c> of a capability is true; null where the capability is not listed.</summary>
    public static bool? Capability(RecordedResponse response, string name) =>
        response.Json?.Member("capabilities")?.Member(name)?.Member("enabled") is { } enabled
            ? enabled.ValueKind == JsonValueKind.True : null;

    /// <summary>The capabilities whose member <c>enabled</c> is false.</summary>
    public static IEnumerable<string> SwitchedOff(RecordedResponse response) =>
        (response.Json?.Member("capabilities")?.Members() ?? [])
            .Where(capability => capability.Value.Member("enabled") is { ValueKind: JsonValueKind.False })
            .Select(capability => capability.Name);
}
