namespace Conformance.Runner.Parsing;

/// <summary>Keeps the names of one feature's scenarios apart.</summary>
internal sealed class ScenarioNames
{
    private readonly Dictionary<string, int> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Notes a title as written; the line that has it already, or null.</summary>
    public int? FirstOf(string title, int line)
    {
        if (_titles.TryGetValue(title, out var first))
            return first;
        _titles.Add(title, line);
        _names.Add(title);
        return null;
    }

    /// <summary>A name for an outline's row: its title filled in, with the row's values where that does not tell the rows apart.</summary>
    public string OfRow(string title, OutlineRow row)
    {
        var filled = row.Fill(title);
        if (filled != title && _names.Add(filled))
            return filled;

        var name = $"{filled} ({string.Join(", ", row.Cells.Select(cell => cell.Value))})";
        for (var copy = 2; !_names.Add(name); copy++)
            name = $"{filled} ({string.Join(", ", row.Cells.Select(cell => cell.Value))}) #{copy}";
        return name;
    }
}
