using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.JsonSchema;
using Conformance.JsonSchema.Compiled;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Reading;

/// <summary>Holds a target file against its schema, and says what is wrong in terms of the file.</summary>
internal static class TargetFileSchema
{
    private const int MostNames = 12;
    private const string Documentation = "see docs/target-file.md";

    private static readonly Lazy<(JsonNode Source, CompiledSchema Compiled)> Schema = new(() =>
    {
        var text = EmbeddedText.Read("target.schema.json")
            ?? throw new InvalidOperationException("the schema of target files is not in this build");
        return (JsonNode.Parse(text)!, CompiledSchema.Compile(Encoding.UTF8.GetBytes(text)));
    });

    /// <summary>Adds what the schema finds wrong.</summary>
    /// <param name="root">The file as it was read, for the lines.</param>
    /// <param name="json">The same as JSON.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Check(SourceNode root, JsonNode? json, Problems problems)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(json);
        foreach (var finding in Schema.Value.Compiled.Validate(bytes))
        {
            var (node, name) = Find(root, finding.InstancePointer);
            problems.Add(node, Explain(finding, node, name));
        }
    }

    private static string Explain(SchemaFinding finding, SourceNode node, string name)
    {
        switch (finding.Keyword)
        {
            case "additionalProperties":
                return Unknown(name, Known(finding.SchemaPointer));
            case "enum" when node is SourceScalar scalar && Constants(finding.SchemaPointer) is { } constants:
                return $"\"{scalar.Text}\" is not possible here{Instead(scalar.Text, constants)}";
            case "required":
                return $"{finding.Message}; add it, {Documentation}";
            case "propertyNames":
                return $"{finding.Message}; {Documentation}";
            default:
                return $"{(name.Length == 0 ? "" : $"{name}: ")}{finding.Message}; {Documentation}";
        }
    }

    private static string Unknown(string name, IReadOnlyList<string> known) => $"unknown member \"{name}\"{Instead(name, known)}";

    private static string Instead(string name, IReadOnlyList<string> known)
    {
        var near = Nearest.Find(name, known);
        if (near.Count > 0)
            return $"; did you mean {(near.Count == 1 ? near[0] : $"{string.Join(", ", near.SkipLast(1))} or {near[^1]}")}?";
        return known.Count is > 0 and <= MostNames
            ? $"; possible {(known.Count == 1 ? "is" : "are")} {string.Join(", ", known)}"
            : $"; {Documentation}";
    }

    // The keyword stands beside the members that are allowed.
    private static IReadOnlyList<string> Known(string schemaPointer) =>
        At(schemaPointer[..schemaPointer.LastIndexOf('/')]) is JsonObject schema && schema["properties"] is JsonObject properties
            ? [.. properties.Select(property => property.Key)]
            : [];

    private static List<string>? Constants(string schemaPointer) =>
        At(schemaPointer) is JsonArray list && list.All(item => item?.GetValueKind() == JsonValueKind.String)
            ? [.. list.Select(item => item!.GetValue<string>())]
            : null;

    private static JsonNode? At(string schemaPointer)
    {
        var node = Schema.Value.Source;
        foreach (var token in Tokens(schemaPointer))
        {
            node = node switch
            {
                JsonObject map => map[token],
                JsonArray list when int.TryParse(token, out var index) && index < list.Count => list[index],
                _ => null,
            };
            if (node is null)
                return null;
        }

        return node;
    }

    // The value, or the key where the value has no line of its own, and the name under which it stands.
    private static (SourceNode Node, string Name) Find(SourceNode root, string pointer)
    {
        var (node, name) = (root, "");
        SourceNode? key = null;
        foreach (var token in Tokens(pointer))
        {
            if (node is SourceMap map && map.TryGetMember(token, out var member))
                (node, name, key) = (member.Value, member.Name, member.Key);
            else if (node is SourceList list && int.TryParse(token, out var index) && index < list.Items.Count)
                (node, key) = (list.Items[index], null);
        }

        return (node is SourceScalar ? node : key ?? node, name);
    }

    private static IEnumerable<string> Tokens(string pointer) =>
        pointer.Split('/').Skip(1)
            .Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
}
