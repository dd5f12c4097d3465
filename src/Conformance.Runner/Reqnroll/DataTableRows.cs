using System.Collections;

namespace Reqnroll;

/// <summary>The rows of a table, below its header.</summary>
public class DataTableRows : IEnumerable<DataTableRow>
{
    private readonly List<DataTableRow> _rows = [];

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <summary>The row of that place, counted from 0.</summary>
    public DataTableRow this[int index] => _rows[index];

    /// <inheritdoc/>
    public IEnumerator<DataTableRow> GetEnumerator() => _rows.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DataTableRow row) => _rows.Add(row);
}
