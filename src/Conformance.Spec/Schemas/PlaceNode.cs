using System.Text.Json;
using Conformance.JsonSchema.Compiled;

namespace Conformance.Spec.Schemas;

/// <summary>
/// The documentation of one value: its branches, and the ways to the values in it. A recursive schema gives a circle of nodes.
/// </summary>
internal sealed class PlaceNode
{
    /// <summary>The members documented by name; null for one that is newer than the version under test.</summary>
    public Dictionary<string, Way?> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>The members not documented by name; null if none are.</summary>
    public Way? Others { get; set; }

    /// <summary>
    /// Whether <see cref="Others"/> applies to every other member; if not, only to those whose names match <see cref="OtherNames"/>.
    /// </summary>
    public bool TakesAnyName { get; set; }

    /// <summary>A schema for each pattern of names.</summary>
    public List<CompiledSchema> OtherNames { get; } = [];

    /// <summary>The elements of a list; null if nothing is documented about them.</summary>
    public Way? Elements { get; set; }

    /// <summary>The values of <c>enum</c>.</summary>
    public List<(int Place, JsonElement Value)> Values { get; } = [];

    /// <summary>The alternatives of <c>oneOf</c> and <c>anyOf</c>.</summary>
    public List<(int Place, CompiledSchema Schema)> Alternatives { get; } = [];

    /// <summary>Marks the places that a value has.</summary>
    public void Mark(JsonElement value, bool[] seen)
    {
        foreach (var (place, documented) in Values)
        {
            if (!seen[place] && JsonElement.DeepEquals(value, documented))
                seen[place] = true;
        }

        foreach (var (place, schema) in Alternatives)
        {
            if (!seen[place] && schema.Validate(value).Count == 0)
                seen[place] = true;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                if (!Members.TryGetValue(member.Name, out var way) && Others is not null && IsOther(member.Name))
                    way = Others;
                way?.Mark(member.Value, seen);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && Elements is not null)
        {
            foreach (var element in value.EnumerateArray())
                Elements.Mark(element, seen);
        }
    }

    private bool IsOther(string name) =>
        TakesAnyName || OtherNames.Exists(schema => schema.IsValid(JsonSerializer.SerializeToUtf8Bytes(name)));

    /// <summary>A step into a value: the place that it leads to, and the documentation of the value there.</summary>
    /// <param name="Place">The place's number.</param>
    /// <param name="Node">The value's node.</param>
    internal sealed record Way(int Place, PlaceNode Node)
    {
        public void Mark(JsonElement value, bool[] seen)
        {
            seen[Place] = true;
            Node.Mark(value, seen);
        }
    }
}
