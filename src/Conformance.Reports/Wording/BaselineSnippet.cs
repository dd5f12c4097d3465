using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Reports.Model;

namespace Conformance.Reports.Wording;

/// <summary>The lines that put a finding into a server's baseline: the check, the scenario, a reason to fill in, the server version it was seen on.</summary>
internal static class BaselineSnippet
{
    private const string Reason = "why this is accepted";

    // The YAML is read by people in a terminal: only what YAML's double quotes need is escaped.
    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One entry per requirement of the scenario; of a scenario without requirements, one entry with the scenario alone.</summary>
    public static IReadOnlyList<string> For(ScenarioReport scenario, TargetReport target)
    {
        var checks = scenario.Requirements.Count == 0 ? [null] : scenario.Requirements.Select(requirement => (string?)requirement.Id);
        return [.. checks.SelectMany(check => Entry(check, scenario.Id, target))];
    }

    /// <summary>The entry of a kind of response.</summary>
    public static IReadOnlyList<string> For(ResponseReport response, TargetReport target) => [.. Entry(response.Check, null, target)];

    private static IEnumerable<string> Entry(string? check, string? scenario, TargetReport target)
    {
        var members = new List<string>();
        if (check is not null)
            members.Add($"check: {check}");
        if (scenario is not null)
            members.Add($"scenario: {Quote(scenario)}");
        members.Add($"reason: {Quote(Reason)}");
        members.Add($"server: {Quote(target.Version ?? target.Name)}");
        return members.Select((member, index) => (index == 0 ? "- " : "  ") + member);
    }

    private static string Quote(string text) => JsonSerializer.Serialize(text, Quoting);
}
