using Conformance.Runner.Features;

namespace Conformance.Steps.Examples;

/// <summary>A source of examples with one column. A row has a tag for each of its needs, so that what a server does not offer is skipped
/// by itself.</summary>
/// <param name="name">What features write after <c>Examples:</c>.</param>
/// <param name="column">The column.</param>
/// <param name="rows">The cells, each with the names of its needs.</param>
internal sealed class NeedfulSource(string name, string column, Lazy<IReadOnlyList<(string Cell, IReadOnlyList<string> Needs)>> rows)
    : IExampleSource
{
    private const string NeedsPrefix = "needs-";

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = [column];

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<string>> Rows => [.. rows.Value.Select(row => (IReadOnlyList<string>)[row.Cell])];

    /// <inheritdoc/>
    public IReadOnlyList<string> TagsOf(IReadOnlyList<string> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. rows.Value.First(known => known.Cell == row[0]).Needs.Select(need => NeedsPrefix + need)];
    }
}
