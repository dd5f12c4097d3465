using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>Merges values over values: maps member by member, all else is replaced; null removes a member.</summary>
internal static class ValueMerge
{
    /// <summary>A new map; the arguments are not changed.</summary>
    public static JsonObject Merge(JsonObject below, JsonObject over)
    {
        var merged = (JsonObject)below.DeepClone();
        foreach (var (name, value) in over)
        {
            if (value is null)
                merged.Remove(name);
            else if (value is JsonObject map)
                merged[name] = Merge(merged[name] as JsonObject ?? [], map);
            else
                merged[name] = value.DeepClone();
        }

        return merged;
    }
}
