using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Description;

namespace Conformance.Homeservers.Targets.Composing;

/// <summary>Makes the bytes of configuration files.</summary>
internal static class FileRenderer
{
    private static readonly JsonSerializerOptions Readable =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A file's content for one start.</summary>
    /// <param name="path">What the target file calls it, for messages.</param>
    /// <param name="file">The file.</param>
    /// <param name="variables">The values of its variables.</param>
    /// <exception cref="TargetException">A variable has no value, or the text that values are to be merged over is not a map.</exception>
    public static byte[] Render(string path, FileTemplate file, VariableSet variables)
    {
        var text = file.Text is null || file.IsPlain ? file.Text : Template.Render(file.Text, variables);
        if (file.Values is null)
            return Encoding.UTF8.GetBytes(text ?? "");
        var values = (JsonObject)Render(file.Values, variables)!;
        if (text is not null)
        {
            var below = YamlJson.Read(path, text, out var failure) as JsonObject
                ?? throw new TargetException(
                    $"values cannot be merged into the text of {path}, which is not a map of YAML{(failure is null ? "" : $" ({failure})")}",
                    "correct the text, or replace it whole.");
            values = ValueMerge.Merge(below, values);
        }

        return Encoding.UTF8.GetBytes(values.ToJsonString(Readable) + "\n");
    }

    /// <summary>A value whose strings are templates, filled in.</summary>
    /// <exception cref="TargetException">A variable has no value.</exception>
    public static JsonNode? Render(JsonNode? node, VariableSet variables) => node switch
    {
        JsonObject map =>
            new JsonObject(
                map.Select(member => KeyValuePair.Create(Template.Render(member.Key, variables), Render(member.Value, variables)))),
        JsonArray list => new JsonArray([.. list.Select(item => Render(item, variables))]),
        JsonValue value when value.TryGetValue<string>(out var text) => Template.Number(text, variables) is { } number
            ? number
            : Template.Render(text, variables),
        _ => node?.DeepClone(),
    };
}
