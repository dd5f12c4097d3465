using System.Text;
using Conformance.Reports.Findings;
using Conformance.Reports.Json;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Findings;

public sealed class FindingsDocumentTests
{
    private readonly FindingsDocument _document = new(RequirementCatalogue.LoadEmbedded(), SampleRuns.Specification);

    [Fact]
    public void A_page_has_requirement_clause_expected_and_seen()
    {
        var page = _document.Write(JsonReport.ToUtf8(SampleReports.Everything));

        page.Should().StartWith("# Findings: Synapse 1.160.0\n\n");
        page.Should().Contain("\n## DEV-14\n\n");
        page.Should().Contain(
            "client-server-api/#delete_matrixclientv3devicesdeviceid))\n\n- Deleting a device ends its session (`features/devices/deletion.feature`)\n  - expected: 401 M\\_UNKNOWN\\_TOKEN\n  - seen: 200\n");
        page.Should().Contain("\n## UIA-10 (warning)\n\n");
        page.Should().NotContain("Passing").And.NotContain("Skipped");
    }

    [Fact]
    public void A_kind_of_response_is_a_finding_too()
    {
        var page = _document.Write(JsonReport.ToUtf8(SampleReports.Everything));

        page.Should().Contain(
            "\n## getDevices.200\n\nResponses of this kind do not have the form that the specification prescribes.\n([clause](https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devices))\n");
    }

    [Theory]
    [InlineData("no JSON", "it is not a report.json; give one that \"run --report DIR\" wrote.")]
    [InlineData("[]", "it is not a report.json; give one that \"run --report DIR\" wrote.")]
    [InlineData("{\"schema\":1}", "it is not a report.json; give one that \"run --report DIR\" wrote.")]
    [InlineData("{\"schema\":2}", "it has schema 2, and this suite reads schema 1; make a new one with --report.")]
    public void What_is_no_report_is_told_in_one_line(string text, string message)
    {
        var write = () => _document.Write(Encoding.UTF8.GetBytes(text));

        write.Should().Throw<ReportFileException>().WithMessage(message);
    }
}
