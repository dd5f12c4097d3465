namespace Conformance.Mutation.Wire;

/// <summary>Header fields as they stand on the wire, in their order.</summary>
internal static class WireHeaders
{
    /// <summary>The value of a field; null without one.</summary>
    public static string? Valued(this IEnumerable<KeyValuePair<string, string>> headers, string name) =>
        headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The fields without those of some names.</summary>
    public static IEnumerable<KeyValuePair<string, string>> But(
        this IEnumerable<KeyValuePair<string, string>> headers, params IReadOnlyCollection<string> names) =>
        headers.Where(header => !names.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
}
