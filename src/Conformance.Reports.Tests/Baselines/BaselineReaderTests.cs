using Conformance.Reports.Baselines;
using Conformance.Reports.Model;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Baselines;

public sealed class BaselineReaderTests
{
    private const string Head = "- check: DEV-14\n  scenario: \"devices/deletion#both\"\n  reason: r\n";

    [Fact]
    public void An_entry_is_read_as_the_text_of_a_failure_prints_it()
    {
        var baseline = SampleBaselines.Parse(
            """
            - check: DEV-14
              scenario: "devices/deletion#deleting-a-device-ends-its-session"
              reason: "why this is accepted"
              server: "Synapse 1.160.0"
            - check: getDevices.200
              reason: "why this is accepted"
            - scenario: "devices/deletion#untagged"
              reason: |
                two
                lines
            """);

        baseline.File.Should().Be("b.yaml");
        baseline.Entries.Should().BeEquivalentTo(
            [
                new BaselineEntry { Check = "DEV-14", Scenario = SampleBaselines.Deletion, Reason = "why this is accepted",
                    Server = "Synapse 1.160.0", Line = 1 },
                new BaselineEntry { Check = "getDevices.200", Reason = "why this is accepted", Line = 5 },
                new BaselineEntry { Scenario = "devices/deletion#untagged", Reason = "two\nlines", Line = 7 },
            ],
            options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("[]\n")]
    public void A_file_without_entries_is_a_baseline(string text) => SampleBaselines.Parse(text).Entries.Should().BeEmpty();

    [Theory]
    [InlineData(
        "check: DEV-14", "b.yaml:1: the file is not a list; a baseline is a list of entries with check, operation, seen, reason and server")]
    [InlineData(
        "\n- DEV-14", "b.yaml:2: the entry is not a mapping; a baseline is a list of entries with check, operation, seen, reason and server")]
    [InlineData("- check: DEV-14\n  scenaro: x\n",
        "b.yaml:2: unknown member \"scenaro\". Did you mean scenario? An entry has check, operation, seen, reason and server")]
    [InlineData("- check: DEV-14\n  scenario: devices/deletion#both\n", "b.yaml:1: reason is missing; say why this failure is accepted")]
    [InlineData("- check: getDevices.200\n  reason: \" \"\n", "b.yaml:2: the reason is empty; say why this failure is accepted")]
    [InlineData("- check: getDevices.200\n  reason:\n", "b.yaml:2: the reason is empty; say why this failure is accepted")]
    [InlineData("- check: getDevices.200\n  reason: r\n  server: [1]\n", "b.yaml:3: server is not text; write text, or remove the member")]
    [InlineData("- check: getDevices.200\n  reason: r\n  server: ~\n", "b.yaml:3: server is not text; write text, or remove the member")]
    [InlineData("- reason: r\n", "b.yaml:1: check is missing; each failure in the report ends with the entry to write here")]
    [InlineData(
        "- check: DEV-14\n  reason: r\n",
        "b.yaml:1: scenario is missing: DEV-14 is checked in each scenario separately; each failure in the report ends with the entry to write here")]
    [InlineData("- scenario: devices/deletion#both\n  reason: r\n",
        "b.yaml:1: check is missing: the scenario is about DEV-14, UIA-10; each of them needs its own entry")]
    [InlineData(
        "- check: DEV-114\n  scenario: devices/deletion#both\n  reason: r\n",
        "b.yaml:1: there is no requirement \"DEV-114\". Did you mean DEV-11, DEV-14 or DEV-10? A check is a requirement's id or operation.status, e.g. getDevices.200. Correct the entry or remove it.")]
    [InlineData("- check: getDevice5.200\n  reason: r\n",
        "b.yaml:1: there is no operation \"getDevice5\". Did you mean getDevice or getDevices? Correct the entry or remove it.")]
    [InlineData(
        "- check: getDevices.200\n  scenario: devices/deletion#both\n  reason: r\n",
        "b.yaml:1: scenario cannot be combined with getDevices.200, since a kind of response is checked over all scenarios together; remove the member scenario")]
    [InlineData(
        "- check: DEV-14\n  scenario: devices/deletion#bith\n  reason: r\n",
        "b.yaml:1: there is no scenario \"devices/deletion#bith\". Did you mean devices/deletion#both or devices/deletion#untagged? Correct the entry or remove it.")]
    [InlineData("- check: DEV-10\n  scenario: devices/deletion#both\n  reason: r\n",
        "b.yaml:1: the scenario is not about DEV-10 but about DEV-14, UIA-10; correct the check, or remove the entry")]
    [InlineData("- check: DEV-10\n  scenario: devices/deletion#untagged\n  reason: r\n",
        "b.yaml:1: the scenario is not about DEV-10; correct the check, or remove the entry")]
    [InlineData(Head + "\n" + Head, "b.yaml:5: DEV-14  devices/deletion#both is already listed in line 1; remove one of the two")]
    [InlineData(
        "[]\n---\n- x\n",
        "b.yaml:3: the file has a second document; a baseline is a list of entries with check, operation, seen, reason and server, all in one document")]
    public void What_is_no_baseline_is_named_with_its_line(string text, string message) =>
        FluentActions.Invoking(() => SampleBaselines.Parse(text)).Should().Throw<BaselineException>().Which.Message.Should().Be(message);

    [Theory]
    [InlineData("- check: \"open\n", 1)]
    [InlineData("- check: DEV-14\n  check: DEV-14\n", 2)]
    [InlineData("[]\n]\n", 2)]
    public void What_is_no_YAML_is_named_with_its_line(string text, int line) =>
        FluentActions.Invoking(() => SampleBaselines.Parse(text)).Should().Throw<BaselineException>()
            .Which.Message.Should().MatchRegex(
                $"^b\\.yaml:{line}: this is not valid YAML \\([^\n]+\\); a baseline is a list of entries with check, operation, seen, reason and server$");

    [Fact]
    public void All_errors_are_named_at_once() =>
        FluentActions.Invoking(() => SampleBaselines.Parse("- reason: r\n- check: getDevices.200\n- x\n"))
            .Should().Throw<BaselineException>()
            .Which.Message.Split('\n').Select(line => line.Split(':')[1]).Should().Equal("1", "2", "3");

    [Fact]
    public void A_scenario_that_was_renamed_is_known_by_its_earlier_id()
    {
        var entry = SampleBaselines.Parse(
            "- check: UIA-10\n  scenario: devices/deletion#earlier\n  reason: r\n").Entries.Should().ContainSingle().Subject;

        entry.Scenario.Should().Be("devices/deletion#both");
        entry.Line.Should().Be(1);
    }

    [Fact]
    public void A_scenario_that_has_become_several_stands_for_those_about_the_check()
    {
        SampleBaselines.Parse("- check: DEV-14\n  scenario: devices/deletion#one-of-before\n  reason: r\n").Entries.Select(entry =>
            entry.Scenario)
            .Should().Equal(SampleBaselines.Deletion, "devices/deletion#both");
        SampleBaselines.Parse("- check: UIA-10\n  scenario: devices/deletion#one-of-before\n  reason: r\n").Entries.Select(entry =>
            entry.Scenario)
            .Should().Equal("devices/deletion#both");
    }

    [Fact]
    public void Scenarios_that_have_become_one_have_one_entry()
    {
        var baseline = SampleBaselines.Parse(
            "- check: DEV-14\n  scenario: devices/deletion#earlier\n  reason: first\n- check: DEV-14\n  scenario: devices/deletion#another-earlier\n  reason: second\n");

        baseline.Entries.Should().ContainSingle().Which.Reason.Should().Be("first");
    }

    [Fact]
    public void A_table_that_leads_nowhere_is_no_excuse() =>
        FluentActions.Invoking(() => SampleBaselines.Parse("- check: DEV-14\n  scenario: devices/deletion#gone\n  reason: r\n"))
            .Should().Throw<BaselineException>()
            .Which.Message.Should().StartWith("b.yaml:1: there is no scenario \"devices/deletion#nowhere\".");
}
