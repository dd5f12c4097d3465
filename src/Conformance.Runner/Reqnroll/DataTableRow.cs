using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Reqnroll;

/// <summary>A row of a table: cells by column. Cells can be changed, columns cannot be added or removed.</summary>
public class DataTableRow : IDictionary<string, string>
{
    private readonly Table _table;
    private readonly string[] _cells;

    internal DataTableRow(Table table, string[] cells)
    {
        _table = table;
        _cells = cells;
    }

    /// <summary>How many cells it has.</summary>
    public int Count => _cells.Length;

    /// <summary>The columns, in order.</summary>
    public ICollection<string> Keys => _table.Header;

    /// <summary>The cells, in the columns' order.</summary>
    public ICollection<string> Values => _cells;

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, string>>.IsReadOnly => false;

    internal IReadOnlyList<string> Cells => _cells;

    /// <summary>The cell in that column.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public string this[string header]
    {
        get => _cells[_table.Require(header)];
        set => _cells[_table.Require(header)] = value;
    }

    /// <summary>The cell in that column, counted from 0.</summary>
    public string this[int index] => _cells[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _table.Header.Zip(_cells, KeyValuePair.Create).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether there is a column of that name.</summary>
    public bool ContainsKey(string key) => _table.ContainsColumn(key);

    /// <summary>The cell in that column, if there is one.</summary>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        var index = _table.IndexOf(key);
        value = index < 0 ? null : _cells[index];
        return index >= 0;
    }

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, string>>.Contains(KeyValuePair<string, string> item) =>
        TryGetValue(item.Key, out var value) && value == item.Value;

    /// <inheritdoc/>
    void IDictionary<string, string>.Add(string key, string value) => throw FixedColumns();

    /// <inheritdoc/>
    bool IDictionary<string, string>.Remove(string key) => throw FixedColumns();

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, string>>.Add(KeyValuePair<string, string> item) => throw FixedColumns();

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, string>>.Clear() => throw FixedColumns();

    /// <inheritdoc/>
    void ICollection<KeyValuePair<string, string>>.CopyTo(KeyValuePair<string, string>[] array, int arrayIndex) => throw FixedColumns();

    /// <inheritdoc/>
    bool ICollection<KeyValuePair<string, string>>.Remove(KeyValuePair<string, string> item) => throw FixedColumns();

    private static ReqnrollException FixedColumns() => new("A row has the cells of its table's columns, no more and no fewer.");
}
