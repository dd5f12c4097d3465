using System.Text.Json;

namespace Conformance.JsonSchema.Values;

/// <summary>Finds equal items of an array.</summary>
internal static class Uniqueness
{
    /// <summary>The first item that equals an earlier one, and that one; null if all are different. The reader must stand on the array's
    /// start; it is not moved.</summary>
    public static (int Earlier, int Later)? FindEqualItems(Utf8JsonReader array)
    {
        using var canonical = new CanonicalJson();
        var items = new List<(int Hash, Range Bytes, int Index)>();
        while (array.Read() && array.TokenType != JsonTokenType.EndArray)
        {
            var start = canonical.Written.Length;
            canonical.Append(ref array);
            var bytes = start..canonical.Written.Length;
            var hash = new HashCode();
            hash.AddBytes(canonical.Written[bytes]);
            items.Add((hash.ToHashCode(), bytes, items.Count));
        }

        items.Sort(static (left, right) => left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : left.Index.CompareTo(right.Index));
        (int Earlier, int Later)? found = null;
        for (var later = 1; later < items.Count; later++)
            for (var earlier = later - 1; earlier >= 0 && items[earlier].Hash == items[later].Hash; earlier--)
                if ((found is null || items[later].Index < found.Value.Later)
                    && canonical.Written[items[earlier].Bytes].SequenceEqual(canonical.Written[items[later].Bytes]))
                    found = (items[earlier].Index, items[later].Index);
        return found;
    }
}
