using System.Text;
using Conformance.Reports.Findings;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Findings;

public sealed class FindingsDocumentTests
{
    private readonly JsonReportReader _reader = new(RequirementCatalogue.LoadEmbedded(), SampleRuns.Specification, RenamedScenarios.None);

    [Fact]
    public void A_page_has_the_causes_by_gravity_with_requirement_clause_expected_and_seen()
    {
        var page = Page(SampleReports.Everything);

        page.Should().StartWith("# Findings: Synapse 1.160.0\n\n");
        page.Should().Contain("\n3 causes behind 2 scenarios and 1 kind of response. Of the other scenarios, 1 passed and 3 were skipped.\n");
        page.Should().Contain(
            """

            ## account: getTokenOwner answers 200, expected 401 M\_UNKNOWN\_TOKEN

            - DEV-14: 
            """.TrimEnd());
        page.Should().Contain(
            """
            client-server-api/#delete_matrixclientv3devicesdeviceid))

            - Deleting a device ends its session (`features/devices/deletion.feature`)
              - expected: 401 M\_UNKNOWN\_TOKEN
              - seen: 200

            """);
        page.Should().NotContain("Passing").And.NotContain("Skipped");
        page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..].Split(':')[0])
            .Should().Equal("account", "account", "form");
    }

    [Fact]
    public void A_warning_is_told_as_such() =>
        Page(SampleReports.Everything).Should().Contain("\n## account: updateDevice: none, expected an answer (warning)\n");

    [Fact]
    public void A_kind_of_response_is_a_finding_too() =>
        Page(SampleReports.Everything).Should().Contain(
            """

            ## form: getDevices: /devices/*/last\_seen\_ts is a string, expected an integer

            - getDevices.200: a response of this kind has another form than the specification prescribes ([clause](https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devices))

            - getDevices.200, seen 41 times
              - At /devices/0/last\_seen\_ts: expected an integer, found a string.
              - expected: an integer
              - seen: a string

            """.Replace("/devices/*/", "/devices/\\*/", StringComparison.Ordinal));

    [Fact]
    public void What_the_baseline_lists_has_its_reason()
    {
        var listed = SampleReports.Failed with
        {
            ListedChecks = ["DEV-14"],
            Listed = [new BaselineEntry { Check = "DEV-14", Scenario = SampleReports.Failed.Id, Reason = "known" }],
        };

        Page(SampleReports.Report([listed], [])).Should().Contain("\n  - in the baseline: known\n");
    }

    [Theory]
    [InlineData("no JSON", "it is not a report.json; give one that \"run --report DIR\" wrote.")]
    [InlineData("[]", "it is not a report.json; give one that \"run --report DIR\" wrote.")]
    [InlineData("{\"schema\":1}", "it is not a report.json; give one that \"run --report DIR\" wrote.")]
    [InlineData("{\"schema\":2}", "it has schema 2, and this suite reads schema 1; make a new one with --report.")]
    public void What_is_no_report_is_told_in_one_line(string text, string message)
    {
        var read = () => _reader.Read(Encoding.UTF8.GetBytes(text));

        read.Should().Throw<ReportFileException>().WithMessage(message);
    }

    private string Page(RunReport report) => FindingsDocument.Of(_reader.Read(JsonReport.ToUtf8(report)));
}
