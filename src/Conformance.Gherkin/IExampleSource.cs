namespace Conformance.Gherkin;

/// <summary>
/// Makes the rows of an <c>Examples:</c> block that has a name and no table, such as <c>Examples: every operation with a JSON body</c>.
/// </summary>
public interface IExampleSource
{
    /// <summary>What features write after <c>Examples:</c>.</summary>
    string Name { get; }

    /// <summary>The columns, which the scenario refers to as <c>&lt;column&gt;</c>.</summary>
    IReadOnlyList<string> Columns { get; }

    /// <summary>The rows in the order to run them in; each has a cell for every column. There is at least one.</summary>
    IReadOnlyList<IReadOnlyList<string>> Rows { get; }
}
