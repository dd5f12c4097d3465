using System.Text;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Baselines;

/// <summary>Writes a baseline; the same baseline gives the same text, and the text reads as the same baseline.</summary>
public static class BaselineWriter
{
    /// <summary>The lines that say what the file is, without <c>#</c>.</summary>
    internal static IReadOnlyList<string> Header { get; } =
    [
        "Known deviations of this server from the Matrix specification, for --baseline of the Conformance suite.",
        "A listed check that fails is expected; a listed check that passes is stale and fails the run.",
        "--update-baseline rewrites this file and keeps reasons, and the comments above entries.",
    ];

    /// <summary>The text of a baseline.</summary>
    public static string ToText(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var text = new StringBuilder();
        Comments(text, Header);
        text.Append('\n');
        if (baseline.Preamble.Count > 0)
        {
            Comments(text, baseline.Preamble);
            text.Append('\n');
        }

        if (baseline.Entries.Count == 0)
            text.Append("[]\n");
        foreach (var entry in baseline.Entries)
        {
            Comments(text, entry.Comments);
            foreach (var line in Lines(entry))
                text.Append(line).Append('\n');
        }

        Comments(text, baseline.Postscript);
        return text.ToString();
    }

    /// <summary>An entry's lines.</summary>
    internal static IEnumerable<string> Lines(BaselineEntry entry)
    {
        var members = new List<string>();
        if (entry.Difference is { } difference)
        {
            members.Add($"check: {Flow(difference.Checks, quote: false)}");
            if (difference.Operations.Count > 0)
                members.Add($"operation: {Flow(difference.Operations, quote: false)}");
            members.Add($"seen: {Flow(difference.Seen, quote: true)}");
        }

        if (entry.Check is { } check)
            members.Add($"check: {check}");
        if (entry.Scenario is { } scenario)
            members.Add($"scenario: {YamlText.Quote(scenario)}");
        members.Add($"reason: {YamlText.Quote(entry.Reason)}");
        if (entry.Server is { } server)
            members.Add($"server: {YamlText.Quote(server)}");
        return members.Select((member, index) => (index == 0 ? "- " : "  ") + member);
    }

    private static string Flow(IReadOnlyList<string> values, bool quote)
    {
        var written = quote ? values.Select(YamlText.Quote) : values;
        return values.Count == 1 ? written.Single() : $"[{string.Join(", ", written)}]";
    }

    private static void Comments(StringBuilder text, IEnumerable<string> comments)
    {
        foreach (var comment in comments)
            text.Append(comment.Length == 0 ? "#" : "# ").Append(comment).Append('\n');
    }
}
