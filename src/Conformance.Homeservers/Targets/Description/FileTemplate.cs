using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>A file of the homeserver's configuration: a text, values that are merged over it, or both. May hold secrets.</summary>
public sealed record FileTemplate
{
    /// <summary>The text, a template; null where there are only values.</summary>
    public string? Text { get; init; }

    /// <summary>Whether the text is used as it is, even if it looks like a template.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The values, whose strings are templates; null if there are none. The file is then written as JSON, which is YAML
    /// too.</summary>
    public JsonObject? Values { get; init; }

    /// <summary>The templates in the file.</summary>
    internal IEnumerable<string> Templates =>
        [.. Text is not null && !IsPlain ? [Text] : Array.Empty<string>(), .. Values is null ? [] : Strings(Values)];

    /// <summary>This file with another on top: the other's text replaces everything, its values are merged.</summary>
    internal FileTemplate With(FileTemplate over)
    {
        if (over.Text is not null)
            return over;
        return this with { Values = Values is null ? over.Values : over.Values is null ? Values : ValueMerge.Merge(Values, over.Values) };
    }

    /// <summary>The strings in a value, at any depth.</summary>
    internal static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(member => Strings(member.Value)),
        JsonArray list => list.SelectMany(Strings),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };
}
