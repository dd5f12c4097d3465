using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Steps.Phrases;

/// <summary>
/// A path into a response's body: <c>devices[*].device_id</c>, <c>params.*</c>, or a JSON Pointer (<c>/devices/0</c>).
/// <c>{name}</c> stands for a remembered value and is one segment whatever characters it has.
/// </summary>
public sealed record BodyPath
{
    private readonly IReadOnlyList<Segment> _segments;
    private readonly string _text;

    private BodyPath(IReadOnlyList<Segment> segments, string text)
    {
        _segments = segments;
        _text = text;
    }

    /// <summary>Reads a path.</summary>
    /// <param name="text">The path as in the feature: names of members; <c>*</c> for every member, <c>*{}</c> for every member that is an
    /// object, <c>[*]</c> for every element, digits for an element; <c>?</c> after a name makes it optional.</param>
    /// <param name="fillIn">Fills in <c>{name}</c> of one segment.</param>
    public static BodyPath Parse(string text, Func<string, string> fillIn)
    {
        ArgumentNullException.ThrowIfNull(fillIn);
        if (text.StartsWith('/'))
            return new BodyPath(
                [.. text[1..].Split('/')
                    .Select(segment => segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))
                    .Select(segment => Segment.Read(segment, fillIn))], text);

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
        return new BodyPath([.. segments.Where(name => name.Length > 0).Select(name => Segment.Read(name, fillIn))], text);
    }

    /// <summary>
    /// The values at the path, each with its JSON Pointer; an undefined element where the last step leads nowhere.
    /// A wildcard over nothing gives no value, and so does what is marked as optional (<c>well_known?</c>) where it is absent.
    /// </summary>
    public IReadOnlyList<(string Pointer, JsonElement Value)> Select(JsonElement root)
    {
        var found = new List<(string Pointer, JsonElement Value)> { (string.Empty, root) };
        foreach (var segment in _segments)
        {
            found = [.. found.SelectMany(place => Step(place.Pointer, place.Value, segment))
                .Where(place => !segment.IsOptional || place.Value.ValueKind != JsonValueKind.Undefined)];
        }

        return found;
    }

    /// <summary>The path as in the feature.</summary>
    public override string ToString() => _text;

    private static IEnumerable<(string Pointer, JsonElement Value)> Step(string pointer, JsonElement value, Segment segment) =>
        (segment.Kind, value.ValueKind) switch
        {
            (SegmentKind.EveryElement, JsonValueKind.Array) => value.Items().Select((element, index) => ($"{pointer}/{index}", element)),
            (SegmentKind.EveryMember, JsonValueKind.Object) =>
                value.Members().Select(member => (pointer + "/" + Escape(member.Name), member.Value)),
            (SegmentKind.EveryObject, JsonValueKind.Object) => value.Members()
                .Where(member => member.Value.ValueKind == JsonValueKind.Object)
                .Select(member => (pointer + "/" + Escape(member.Name), member.Value)),
            (_, JsonValueKind.Object) when value.Member(segment.Name) is { } member => [(pointer + "/" + Escape(segment.Name), member)],
            (_, JsonValueKind.Array) when int.TryParse(segment.Name, out var index) && value.Item(index) is { } item =>
                [($"{pointer}/{index}", item)],
            _ => [(pointer + "/" + Escape(segment.Name), default)],
        };

    private static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private enum SegmentKind
    {
        Named,
        EveryMember,
        EveryObject,
        EveryElement,
    }

    // Read before it is filled in: a device may be called "*", or end in a question mark.
    private sealed record Segment(SegmentKind Kind, string Name, bool IsOptional)
    {
        public static Segment Read(string written, Func<string, string> fillIn)
        {
            var isOptional = written.EndsWith('?');
            var name = isOptional ? written[..^1] : written;
            var kind = name switch
            {
                "[*]" => SegmentKind.EveryElement,
                "*" => SegmentKind.EveryMember,
                "*{}" => SegmentKind.EveryObject,
                _ => SegmentKind.Named,
            };
            return new Segment(kind, kind == SegmentKind.Named ? fillIn(name) : name, isOptional);
        }
    }
}
