namespace Conformance.Spec;

/// <summary>Finds what somebody may have meant by a name that does not exist.</summary>
public static class Nearest
{
    private const int MostSuggestions = 3;

    /// <summary>" Did you mean A, B or C?", or nothing where no name is near.</summary>
    public static string Question(string name, IEnumerable<string> names)
    {
        var found = Find(name, names);
        return found switch
        {
            [] => "",
            [var only] => $" Did you mean {only}?",
            _ => $" Did you mean {string.Join(", ", found.SkipLast(1))} or {found[^1]}?",
        };
    }

    /// <summary>At most three names, the nearest first; only names that a typing error explains.</summary>
    public static IReadOnlyList<string> Find(string name, IEnumerable<string> names)
    {
        var most = Math.Max(2, name.Length / 3);
        return [.. names
            .Distinct(StringComparer.Ordinal)
            .Select(candidate => (Name: candidate, Distance: Distance(name, candidate)))
            .Where(candidate => candidate.Distance <= most || candidate.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => candidate.Distance)
            .ThenByDescending(candidate => candidate.Name.AsSpan().CommonPrefixLength(name))
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Take(MostSuggestions)
            .Select(candidate => candidate.Name)];
    }

    // Levenshtein, letters compared without case.
    private static int Distance(string left, string right)
    {
        var previous = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
            previous[column] = column;
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var change = char.ToUpperInvariant(left[row - 1]) == char.ToUpperInvariant(right[column - 1]) ? 0 : 1;
                current[column] = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[right.Length];
    }
}
