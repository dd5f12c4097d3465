using System.Globalization;
using Conformance.Runner.Features;
using Ast = Gherkin.Ast;

namespace Conformance.Runner.Parsing;

/// <summary>Reads the rows of <c>Examples:</c> blocks, from their tables or from the sources that they name.</summary>
/// <param name="sources">The sources that may be named.</param>
/// <param name="report">Takes an error and its place.</param>
internal sealed class ExampleRows(ExampleSources sources, Action<Ast.Location, string> report)
{
    private static readonly IReadOnlyList<string> NoTags = [];

    /// <summary>Whether a block has rows: written ones, or those of a source, which answers for itself.</summary>
    public static bool HasRows(Ast.Examples examples) => examples.TableBody?.Any() == true || IsGenerated(examples);

    /// <summary>
    /// The rows of a block, each with its line: its own in a table, the block's where a source made it. Only a source gives a row tags of
    /// its own.
    /// </summary>
    public IEnumerable<(OutlineRow Row, int Line, IReadOnlyList<string> Tags)> Of(Ast.Examples examples) =>
        IsGenerated(examples) ? Generated(examples) : Written(examples);

    private static bool IsGenerated(Ast.Examples examples) => examples.TableHeader is null && !string.IsNullOrWhiteSpace(examples.Name);

    private IEnumerable<(OutlineRow Row, int Line, IReadOnlyList<string> Tags)> Written(Ast.Examples examples)
    {
        List<string> columns = [.. examples.TableHeader?.Cells.Select(cell => cell.Value) ?? []];
        foreach (var twice in columns.GroupBy(column => column).Where(group => group.Count() > 1))
            report(examples.TableHeader!.Location, $"the examples have the column '{twice.Key}' more than once");
        return (examples.TableBody ?? []).Select(row => (RowOf(columns, row.Cells.Select(cell => cell.Value)), row.Location.Line, NoTags));
    }

    private IEnumerable<(OutlineRow Row, int Line, IReadOnlyList<string> Tags)> Generated(Ast.Examples examples)
    {
        if (sources.Find(examples.Name) is not { } source)
        {
            var known = sources.Names is { Count: > 0 } names
                ? $"name one of {string.Join(", ", names.Select(name => $"'{name}'"))}, or write a table"
                : "write a table";
            report(examples.Location, $"there are no examples '{examples.Name}'; {known}");
            return [];
        }

        if (source.Rows.Count == 0)
            report(examples.Location, $"the examples '{source.Name}' have no rows");
        if (source.Rows.FirstOrDefault(row => row.Count != source.Columns.Count) is { } misfit)
        {
            report(examples.Location, string.Create(
                CultureInfo.InvariantCulture,
                $"the examples '{source.Name}' have {source.Columns.Count} columns and a row of {misfit.Count} cells"));
        }

        return source.Rows.Select(row => (RowOf(source.Columns, row), examples.Location.Line, source.TagsOf(row)));
    }

    private static OutlineRow RowOf(IEnumerable<string> columns, IEnumerable<string> cells) =>
        new([.. columns.Zip(cells, KeyValuePair.Create)]);
}
