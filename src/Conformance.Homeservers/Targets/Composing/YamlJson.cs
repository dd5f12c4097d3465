using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec;
using Conformance.Spec.Sources;

namespace Conformance.Homeservers.Targets.Composing;

/// <summary>Converts YAML to JSON.</summary>
internal static class YamlJson
{
    /// <summary>A text as JSON; null, and its first fault, if it is not YAML, or is empty.</summary>
    public static JsonNode? Read(string file, string text, out string? failure)
    {
        var errors = new List<SpecError>();
        var root = YamlReader.Read(file, text, errors, []);
        var node = root is null ? null : Convert(root, errors);
        failure = errors.Count == 0 ? null : errors[0].ToString();
        return errors.Count == 0 ? node : null;
    }

    /// <summary>A value as JSON.</summary>
    /// <param name="node">The value.</param>
    /// <param name="errors">Receives numbers that JSON does not have.</param>
    public static JsonNode? Convert(SourceNode node, List<SpecError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            SourceJson.Write(writer, node, errors);
        return JsonNode.Parse(buffer.WrittenSpan);
    }
}
