using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Reqnroll;

/// <summary>A step's table. The first row is the header.</summary>
[SuppressMessage("Usage", "CA2201", Justification = "IndexOutOfRangeException is what Reqnroll throws for an unknown column.")]
public class Table
{
    private readonly string[] _header;

    /// <summary>A table without rows.</summary>
    /// <exception cref="ArgumentException">No column is given.</exception>
    public Table(params string[] header)
        : this(header, null)
    {
    }

    /// <summary>A table with rows.</summary>
    /// <exception cref="ArgumentException">No column is given.</exception>
    protected internal Table(string[] header, string[][]? dataRows)
    {
        if (header is null || header.Length == 0)
            throw new ArgumentException("A table needs at least one column.", nameof(header));
        _header = header;
        foreach (var row in dataRows ?? [])
            Rows.Add(new DataTableRow(this, row));
    }

    /// <summary>The columns, in order.</summary>
    public ICollection<string> Header => _header;

    /// <summary>The rows below the header, in order.</summary>
    public DataTableRows Rows { get; } = new();

    /// <summary>How many rows there are below the header.</summary>
    public int RowCount => Rows.Count;

    /// <summary>Whether there is a column of that name.</summary>
    public bool ContainsColumn(string column) => IndexOf(column) >= 0;

    /// <summary>Adds a row; columns that are not given are empty.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no column of a given name.</exception>
    public void AddRow(IDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var cells = new string[_header.Length];
        Array.Fill(cells, "");
        foreach (var (column, value) in values)
            cells[Require(column)] = value;
        AddRow(cells);
    }

    /// <summary>Adds a row.</summary>
    /// <exception cref="ArgumentException">There are not as many cells as columns.</exception>
    public void AddRow(params string[] cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        if (cells.Length != _header.Length)
            throw new ArgumentException($"The row has {cells.Length} cells, the table {_header.Length} columns:\n{this}", nameof(cells));
        Rows.Add(new DataTableRow(this, cells));
    }

    /// <summary>Gives a column another name.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public void RenameColumn(string oldColumn, string newColumn) => _header[Require(oldColumn)] = newColumn;

    /// <summary>The table as it is written in a feature, with a line end after each row.</summary>
    public override string ToString() => ToString(false);

    /// <summary>The table as it is written in a feature.</summary>
    /// <param name="headersOnly">Leaves out the rows.</param>
    /// <param name="withNewline">Whether the last row has a line end.</param>
    public string ToString(bool headersOnly, bool withNewline = true)
    {
        var rows = new List<IReadOnlyList<string>> { _header };
        if (!headersOnly)
            rows.AddRange(Rows.Select(row => row.Cells));
        var widths = Enumerable.Range(0, _header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();

        var text = new StringBuilder();
        foreach (var row in rows)
            text.Append('|').AppendJoin('|', row.Select((cell, column) => $" {cell.PadRight(widths[column])} ")).Append('|').AppendLine();
        if (!withNewline)
            text.Length -= Environment.NewLine.Length;
        return text.ToString();
    }

    internal int IndexOf(string column) => Array.IndexOf(_header, column);

    internal int Require(string column) => IndexOf(column) is var index and >= 0
        ? index
        : throw new IndexOutOfRangeException($"The table has no column '{column}':\n{this}");
}
