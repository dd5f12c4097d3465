using Reqnroll;

namespace Conformance.Steps.Tables;

/// <summary>Reads tables of two columns that have no header: a name and a value in each row.</summary>
internal static class Pairs
{
    /// <summary>The rows, in order.</summary>
    /// <exception cref="ArgumentException">The table has another number of columns.</exception>
    public static IEnumerable<(string Name, string Value)> Of(DataTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Header.Count != 2)
            throw new ArgumentException($"The table has {table.Header.Count} columns; write a name and a value in each row.",
                nameof(table));

        // The engine takes the first row for a header.
        return table.Rows.Select(row => (row[0], row[1])).Prepend((table.Header.First(), table.Header.Last()));
    }
}
