using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>The lines that put a finding into a server's baseline: the check, the scenario, a reason to fill in, the server version it was
/// seen on.</summary>
internal static class BaselineSnippet
{
    private const string Reason = "why this is accepted";

    /// <summary>One entry per check of the scenario that the baseline does not list yet.</summary>
    public static IReadOnlyList<string> For(ScenarioReport scenario, TargetReport target) =>
        [.. scenario.UnlistedChecks.SelectMany(check => Entry(check, scenario.Id, target))];

    /// <summary>The entry of a kind of response.</summary>
    public static IReadOnlyList<string> For(ResponseReport response, TargetReport target) => [.. Entry(response.Check, null, target)];

    private static IEnumerable<string> Entry(string? check, string? scenario, TargetReport target) =>
        BaselineWriter.Lines(new BaselineEntry { Check = check, Scenario = scenario, Reason = Reason, Server = target.ToServer() });
}
