using System.Text.Json;
using System.Xml.Linq;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Runs that are held against a baseline, from the first one to the day the server is right.</summary>
public sealed class BaselineRunTests : IDisposable
{
    private const string Fault = "deleted-device-token-survives";

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.Path + "/baseline.yaml";

    public void Dispose() => _folder.Dispose();

    // Its entries name requirements, operations and scenarios, which a dry run has to find.
    [Fact]
    public async Task What_is_known_of_a_server_that_is_a_target_by_name_is_built_in_and_names_what_there_is() =>
        (await RunAsync(0, "synapse", "--dry-run", "--filter", "DEV-03")).Should().EndWith(" would run, 0 steps have problems\n");

    [Fact]
    public async Task A_fault_is_red_until_it_is_listed_and_its_entries_are_red_once_it_is_gone()
    {
        await RunAsync(1, "--fault", Fault);

        var updated = await RunAsync(0, "--fault", Fault, "--baseline", File, "--update-baseline");
        var text = await System.IO.File.ReadAllTextAsync(File);
        text.Should().StartWith("# Known deviations of this server from ").And.Contain(
            "\n- check: DEV-14\n  operation: [getDevices, getTokenOwner]\n  seen: \"200\"\n  reason: \"new, to be triaged\"\n  server: \"");
        updated.Should().MatchRegex("\nBaseline      [^\n]*/baseline.yaml is rewritten: 0 kept, [1-9][0-9]* added, 0 dropped\n");

        var expected = await RunAsync(0, "--fault", Fault, "--baseline", File, "--report", _folder.Path);
        expected.Should().MatchRegex(
            "[1-9][0-9]* expected failures?, as [^\n]*/baseline.yaml lists\n\n   DEV-14  getDevices, getTokenOwner: 200  new, to be triaged\n")
            .And.MatchRegex("passed, 0 failed, [1-9][0-9]* expected, ").And.NotContain("Expected  ");
        var junit = XDocument.Load(_folder.Path + "/junit.xml");
        junit.Descendants("failure").Should().BeEmpty();
        junit.Descendants("skipped").Select(skipped => skipped.Attribute("message")!.Value)
            .Should().Contain("expected: new, to be triaged");
        using (var report = JsonDocument.Parse(await System.IO.File.ReadAllBytesAsync(_folder.Path + "/report.json")))
            report.RootElement.GetProperty("scenarios").EnumerateArray().Where(scenario => scenario.TryGetProperty("expected", out _))
                .Should().HaveCount(junit.Descendants("skipped").Count());

        await RunAsync(0, "--fault", Fault, "--baseline", File, "--update-baseline");
        (await System.IO.File.ReadAllTextAsync(File)).Should().Be(text);

        var stale = await RunAsync(1, "--baseline", File);
        stale.Should().MatchRegex(
            "[1-9][0-9]* stale baseline entr(y|ies): the listed checks pass; remove them, or let --update-baseline do it\n\n   [^\n]*/baseline.yaml:[0-9]+  DEV-14  getDevices, getTokenOwner: 200  new, to be triaged\n")
            .And.MatchRegex(", 0 errors, [1-9][0-9]* stale baseline entr(y|ies) in [0-9.]+ s\n$");

        await RunAsync(0, "--baseline", File, "--update-baseline");
        (await System.IO.File.ReadAllTextAsync(File)).Should().EndWith("\n\n[]\n");
    }

    [Fact]
    public async Task Entries_of_scenarios_that_were_not_selected_are_neither_expected_nor_stale()
    {
        await RunAsync(0, "--fault", Fault, "--baseline", File, "--update-baseline");

        using var shell = new TestShell();
        (await shell.RunAsync("--filter", "features/devices/renaming", "--baseline", File))
            .Should().Be(0, "{0}{1}", shell.Error, shell.Output);

        shell.Output.Should().MatchRegex("\nBaseline      [^\n]*: 0 expected, 0 stale, [1-9][0-9]* not checked by this run\n");
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_read_stops_the_run_before_it_begins()
    {
        var file = _folder.Write("wrong.yaml", "- check: DEV-14\n- check: getDevices.200\n  because: r\n");

        using var shell = new TestShell();
        (await shell.RunAsync("--baseline", file, "--update-baseline")).Should().Be(2);

        shell.Error.Should().Be(
            $"{file}:1: scenario is missing: DEV-14 is checked in each scenario separately; each failure in the report ends with the entry to write here\n"
            + $"{file}:3: unknown member \"because\". An entry has check, operation, seen, reason and server\n");
        shell.Output.Should().BeEmpty();
        (await System.IO.File.ReadAllTextAsync(file)).Should().StartWith("- check: DEV-14\n- check");
    }

    [Fact]
    public async Task A_baseline_that_cannot_be_written_is_said_before_the_run()
    {
        using var shell = new TestShell();
        (await shell.RunAsync("--baseline", _folder.Path + "/missing/b.yaml", "--update-baseline")).Should().Be(2);

        shell.Error.Should().StartWith($"conformance: --baseline: {_folder.Path}/missing/b.yaml cannot be rewritten: ");
        shell.Output.Should().BeEmpty();
    }

    private static async Task<string> RunAsync(int code, params string[] arguments)
    {
        using var shell = new TestShell();
        (await shell.RunAsync(["--filter", "features/devices", .. arguments])).Should().Be(code, "{0}{1}", shell.Error, shell.Output);
        return shell.Output;
    }
}
