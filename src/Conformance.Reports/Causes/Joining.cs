namespace Conformance.Reports.Causes;

/// <summary>Groups things that have a key in common, directly or by way of others; in the order of their first members.</summary>
/// <typeparam name="T">The things.</typeparam>
internal sealed class Joining<T>
    where T : class
{
    private readonly List<List<T>> _groups = [];
    private readonly Dictionary<string, List<T>> _byKey = new(StringComparer.Ordinal);

    /// <summary>The groups.</summary>
    public IReadOnlyList<IReadOnlyList<T>> All => _groups;

    /// <summary>Adds a thing; groups that it has keys of become one.</summary>
    /// <param name="item">The thing.</param>
    /// <param name="keys">Its keys.</param>
    public void Add(T item, IEnumerable<string> keys)
    {
        var own = keys.Distinct(StringComparer.Ordinal).ToList();
        var known = own.Select(key => _byKey.GetValueOrDefault(key)).OfType<List<T>>().Distinct()
            .OrderBy(_groups.IndexOf).ToList();
        List<T> group = known.Count > 0 ? known[0] : [];
        if (known.Count == 0)
            _groups.Add(group);
        foreach (var other in known.Skip(1))
        {
            group.AddRange(other);
            _groups.Remove(other);
            foreach (var key in _byKey.Where(pair => pair.Value == other).Select(pair => pair.Key).ToList())
                _byKey[key] = group;
        }

        group.Add(item);
        foreach (var key in own)
            _byKey[key] = group;
    }
}
