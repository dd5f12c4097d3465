namespace Conformance.Runner.Features;

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

    /// <summary>The tags of a row's scenario, without <c>@</c>, beside those of the <c>Examples:</c> block.</summary>
    /// <param name="row">One of <see cref="Rows"/>.</param>
    IReadOnlyList<string> TagsOf(IReadOnlyList<string> row) => [];
}
