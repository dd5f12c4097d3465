using Conformance.Reports.Baselines;
using Conformance.Reports.Model;
using Conformance.Runner.Features;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Tests.Baselines;

/// <summary>Baselines for the tests, and what their entries may name.</summary>
internal static class SampleBaselines
{
    public const string Deletion = "devices/deletion#deleting-a-device-ends-its-session";

    public static BaselineVocabulary Vocabulary { get; } = new(
        SampleRuns.Specification,
        SampleRuns.Requirements,
        [Scenario("Deleting a device ends its session", 3, "DEV-14", "slow"), Scenario("Both", 9, "DEV-14", "UIA-10"),
            Scenario("Untagged", 15)],
        "features",
        RenamedScenarios.Parse(
            "renamed.yaml",
            """
            devices/deletion#earlier: devices/deletion#both
            devices/deletion#another-earlier: devices/deletion#both
            devices/deletion#one-of-before:
            - devices/deletion#deleting-a-device-ends-its-session
            - devices/deletion#both
            devices/deletion#gone: devices/deletion#nowhere
            """));

    public static Baseline Parse(string text) => Baseline.Parse("b.yaml", text, Vocabulary);

    public static BaselineEntry Entry(string? check, string? scenario, int line = 0, string server = "Synapse 1.160.0") => new()
    {
        Check = check,
        Scenario = scenario,
        Reason = $"reason {line}",
        Server = server,
        Line = line,
    };

    private static Scenario Scenario(string name, int line, params string[] tags) =>
        new() { Feature = "Deletion", Name = name, Tags = tags, File = "features/devices/deletion.feature", Line = line, Steps = [] };
}
