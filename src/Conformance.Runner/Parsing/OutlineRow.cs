using System.Text.RegularExpressions;

namespace Conformance.Runner.Parsing;

/// <summary>One row of an outline's examples.</summary>
/// <param name="Cells">Each cell with its column, in the columns' order.</param>
internal sealed partial record OutlineRow(IReadOnlyList<KeyValuePair<string, string>> Cells)
{
    /// <summary>No row: fills nothing in.</summary>
    public static OutlineRow None { get; } = new([]);

    /// <summary>The text with each <c>&lt;column&gt;</c> replaced by the row's cell. What names no column stays as it is.</summary>
    public string Fill(string text)
    {
        if (Cells.Count == 0 || !text.Contains('<', StringComparison.Ordinal))
            return text;

        // In one pass, so that a cell that looks like a placeholder is not filled in again.
        return Placeholder().Replace(text, match =>
        {
            foreach (var (column, value) in Cells)
            {
                if (column == match.Groups[1].Value)
                    return value;
            }

            return match.Value;
        });
    }

    [GeneratedRegex("<([^<>]+)>")]
    private static partial Regex Placeholder();
}
