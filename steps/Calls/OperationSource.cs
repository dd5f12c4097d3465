using Conformance.Runner.Features;

namespace Conformance.Steps.Calls;

/// <summary>A source of examples whose rows are operations, in the column <c>operation</c>. A row has a tag for each need of its
/// operation.</summary>
/// <param name="name">What features write after <c>Examples:</c>.</param>
/// <param name="calls">The operations.</param>
internal sealed class OperationSource(string name, Lazy<IReadOnlyList<ProperCall>> calls) : IExampleSource
{
    private const string NeedsPrefix = "needs-";

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Columns { get; } = ["operation"];

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyList<string>> Rows => [.. calls.Value.Select(call => (IReadOnlyList<string>)[call.Operation])];

    /// <inheritdoc/>
    public IReadOnlyList<string> TagsOf(IReadOnlyList<string> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return [.. ProperCalls.Of(row[0]).Needs.Select(need => NeedsPrefix + need)];
    }
}
