using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary><c>${NAME}</c> in the strings of a target file: a variable of the suite's environment. <c>$${</c> stands for
/// <c>${</c>.</summary>
/// <param name="read">Reads a variable; null where it is not set.</param>
internal sealed partial class EnvironmentReferences(Func<string, string?> read)
{
    /// <summary>The variables that a text names and that are not set.</summary>
    public IEnumerable<string> Missing(string text) =>
        Reference().Matches(text).Where(match => match.Groups["name"].Success).Select(match => match.Groups["name"].Value)
            .Where(name => read(name) is null).Distinct(StringComparer.Ordinal);

    /// <summary>The value with the variables in its texts replaced.</summary>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(member => KeyValuePair.Create(member.Key, Resolve(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Resolve)]),
        JsonValue value when value.TryGetValue<string>(out var text) =>
            Reference().Replace(text, match => match.Groups["name"] is { Success: true } name ? read(name.Value) ?? "" : "${"),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
