using System.Text.Json;

namespace Conformance.Spec.Checking;

/// <summary>
/// The findings that are known and accepted, in a file as <see cref="CheckOutput.Json"/> writes it. A finding is recognised by rule, file,
/// pointer and message, so lines may move.
/// </summary>
public sealed class CheckBaseline
{
    private readonly IReadOnlyList<CheckFinding> _accepted;

    private CheckBaseline(IReadOnlyList<CheckFinding> accepted) => _accepted = accepted;

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="SpecException">There is no such file, or it is not a list of findings.</exception>
    public static CheckBaseline Read(string path)
    {
        if (!File.Exists(path))
            throw new SpecException($"There is no baseline {path}", "write one with --format json.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return new CheckBaseline([.. document.RootElement.EnumerateArray().Select(ReadFinding)]);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SpecException(
                new Problem($"{path} is not a baseline")
                {
                    Why = exception.Message.TrimEnd('.'),
                    NextStep = "give what --format json writes, an array of findings."
                }, exception);
        }
    }

    /// <summary>The report without the accepted findings.</summary>
    /// <param name="report">What a check has found.</param>
    /// <param name="stale">Receives the accepted findings that no longer occur; remove them from the baseline.</param>
    public CheckReport Apply(CheckReport report, out IReadOnlyList<CheckFinding> stale)
    {
        ArgumentNullException.ThrowIfNull(report);
        var accepted = _accepted.ToLookup(Identity);
        var found = report.Findings.Select(Identity).ToHashSet();
        stale = [.. _accepted.Where(finding => !found.Contains(Identity(finding)))];
        return report with { Findings = [.. report.Findings.Where(finding => !accepted.Contains(Identity(finding)))] };
    }

    private static (string Rule, string File, string Pointer, string Message) Identity(CheckFinding finding) =>
        (finding.Rule, finding.File, finding.Pointer, finding.Message);

    private static CheckFinding ReadFinding(JsonElement element) => new(
        Text(element, "rule"),
        Text(element, "severity") == "error" ? CheckSeverity.Error : CheckSeverity.Warning,
        Text(element, "file"),
        element.GetProperty("line").GetInt32(),
        element.GetProperty("column").GetInt32(),
        Text(element, "pointer"),
        Text(element, "message"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
