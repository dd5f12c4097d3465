namespace Reqnroll;

/// <summary>A step's table: the type of a step definition's last parameter. The first row is the header.</summary>
public class DataTable : Table
{
    /// <summary>A table without rows.</summary>
    /// <exception cref="ArgumentException">No column is given.</exception>
    public DataTable(params string[] header)
        : base(header)
    {
    }

    /// <summary>A table with rows.</summary>
    /// <exception cref="ArgumentException">No column is given.</exception>
    protected internal DataTable(string[] header, string[][] dataRows)
        : base(header, dataRows)
    {
    }
}
