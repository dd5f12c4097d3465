using Conformance.Reports.Baselines;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Baselines;

public sealed class BaselineWriterTests
{
    private const string Header =
        """
        # Known deviations of this server from the Matrix specification, for --baseline of the Conformance suite.
        # A listed check that fails is expected; a listed check that passes is stale and fails the run.
        # --update-baseline rewrites this file and keeps reasons, and the comments above entries.


        """;

    [Fact]
    public void Comments_stay_with_what_they_are_about()
    {
        var baseline = SampleBaselines.Parse(
            """
            # our server

            # the list of the team

            # first
            - check: DEV-14   # beside
              # within
              scenario: "devices/deletion#both"
              reason: a # is no comment here? it is
            # second
            - check: getDevices.200
              reason: |
                # no comment
            # the end
            """);

        BaselineWriter.ToText(baseline).Should().Be(Header +
            """
            # our server
            # the list of the team

            # first
            # beside
            # within
            # is no comment here? it is
            - check: DEV-14
              scenario: "devices/deletion#both"
              reason: "a"
            # second
            - check: getDevices.200
              reason: "# no comment"
            # the end

            """);
    }

    [Fact]
    public void What_is_written_reads_as_the_same_and_is_written_the_same_again()
    {
        var baseline = new Baseline
        {
            File = "b.yaml",
            Preamble = ["ours"],
            Entries =
            [
                SampleBaselines.Entry("DEV-14", SampleBaselines.Deletion) with { Reason =
                    "a \"quoted\" \\ é \U0001F600 \u001b \u0085 \u2028 line\nline", Comments = ["c"], Line = 8 },
                SampleBaselines.Entry("getDevices.200", null) with { Server = null, Line = 12 },
            ],
            Postscript = ["end"],
        };

        var text = BaselineWriter.ToText(baseline);

        text.Should().NotContain("\u001b").And.Contain("\\\"quoted\\\" \\\\ é \U0001F600 \\U0000001B \\U00000085 \\U00002028 line\\nline");
        SampleBaselines.Parse(text).Should().BeEquivalentTo(baseline);
        BaselineWriter.ToText(SampleBaselines.Parse(text)).Should().Be(text);
    }

    [Fact]
    public void A_baseline_without_entries_is_an_empty_list()
    {
        var text = BaselineWriter.ToText(new Baseline { File = "b.yaml" });

        text.Should().Be(Header + "[]\n");
        BaselineWriter.ToText(SampleBaselines.Parse(text)).Should().Be(text);
    }
}
