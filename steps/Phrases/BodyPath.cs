using System.Text;
using System.Text.Json;

namespace Conformance.Steps.Phrases;

/// <summary>
/// A path into a response's body: <c>devices[*].device_id</c>, <c>params.*</c>, or a JSON Pointer (<c>/devices/0</c>).
/// <c>{name}</c> stands for a remembered value and is one segment whatever characters it has.
/// </summary>
/// <param name="Segments">Member names; <c>*</c> for every member, <c>*{}</c> for every member that is an object, <c>[*]</c> for every
/// element, digits for an element.</param>
/// <param name="Text">The path as in the feature.</param>
public sealed record BodyPath(IReadOnlyList<string> Segments, string Text)
{
    /// <summary>Reads a path.</summary>
    /// <param name="text">The path as in the feature.</param>
    /// <param name="fillIn">Fills in <c>{name}</c> of one segment.</param>
    public static BodyPath Parse(string text, Func<string, string> fillIn)
    {
        ArgumentNullException.ThrowIfNull(fillIn);
        if (text.StartsWith('/'))
            return new BodyPath(
                [.. text[1..].Split('/')
                    .Select(segment =>
                        fillIn(segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))], text);

        var segments = new List<string>();
        var segment = new StringBuilder();
        var depth = 0;
        foreach (var character in text.Replace("[*]", ".[*]", StringComparison.Ordinal))
        {
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (character == '.' && depth == 0)
            {
                segments.Add(segment.ToString());
                segment.Clear();
            }
            else
            {
                segment.Append(character);
            }
        }

        segments.Add(segment.ToString());
        return new BodyPath([.. segments.Where(name => name.Length > 0).Select(fillIn)], text);
    }

    /// <summary>
    /// The values at the path, each with its JSON Pointer; an undefined element where the last step leads nowhere.
    /// A wildcard over nothing gives no value, and so does what is marked as optional (<c>well_known?</c>) where it is absent.
    /// </summary>
    public IReadOnlyList<(string Pointer, JsonElement Value)> Select(JsonElement root)
    {
        var found = new List<(string Pointer, JsonElement Value)> { (string.Empty, root) };
        foreach (var segment in Segments)
        {
            var isOptional = segment.EndsWith('?');
            var name = isOptional ? segment[..^1] : segment;
            found = [.. found.SelectMany(place => Step(place.Pointer, place.Value, name))
                .Where(place => !isOptional || place.Value.ValueKind != JsonValueKind.Undefined)];
        }

        return found;
    }

    /// <summary>The path as in the feature.</summary>
    public override string ToString() => Text;

    private static IEnumerable<(string Pointer, JsonElement Value)> Step(string pointer, JsonElement value, string segment) =>
        (segment, value.ValueKind) switch
        {
            ("[*]", JsonValueKind.Array) => value.EnumerateArray().Select((element, index) => ($"{pointer}/{index}", element)),
            ("*", JsonValueKind.Object) => value.EnumerateObject().Select(member => (pointer + "/" + Escape(member.Name), member.Value)),
            ("*{}", JsonValueKind.Object) => value.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Object)
                .Select(member => (pointer + "/" + Escape(member.Name), member.Value)),
            (_, JsonValueKind.Object) when value.TryGetProperty(segment, out var member) => [(pointer + "/" + Escape(segment), member)],
            (_, JsonValueKind.Array) when int.TryParse(segment, out var index) && index >= 0 && index < value.GetArrayLength() =>
                [($"{pointer}/{index}", value[index])],
            _ => [(pointer + "/" + Escape(segment), default)],
        };

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
