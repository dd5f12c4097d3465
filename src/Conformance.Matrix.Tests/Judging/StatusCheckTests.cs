using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Judging;

/// <summary>Statuses that are not documented for the operation, and responses to requests outside the manifest.</summary>
public sealed class StatusCheckTests
{
    private static readonly Dictionary<string, string> AsPage = new(StringComparer.Ordinal) { ["Accept"] = "text/html" };

    [Theory]
    [InlineData("getDevices", 202, "{}", FindingSeverity.Violation)]
    [InlineData("getDevices", 204, "", FindingSeverity.Violation)]
    [InlineData("getDevices", 302, "", FindingSeverity.Violation)]
    [InlineData("redirectToSSO", 200, "<html>", null)]
    [InlineData("redirectToSSO", 204, "", FindingSeverity.Violation)]
    [InlineData("getDevices", 418, """{"errcode":"M_FORBIDDEN","error":"no"}""", FindingSeverity.Warning)]
    [InlineData("getDevices", 418, """{"errcode":"M_UNKNOWN","error":"no"}""", FindingSeverity.Warning)]
    [InlineData("getDevices", 418, "{}", FindingSeverity.Violation)]
    [InlineData("getDevices", 403, """{"errcode":"M_FORBIDDEN","error":"no"}""", null)]
    [InlineData("getDevices", 401, """{"errcode":"M_UNKNOWN_TOKEN","error":"no"}""", null)]
    [InlineData("getDevices", 400, """{"errcode":"M_UNKNOWN_TOKEN","error":"no"}""", FindingSeverity.Warning)]
    [InlineData("getDevices", 404, """{"errcode":"M_UNRECOGNIZED","error":"no"}""", null)]
    [InlineData("getDevices", 400, """{"errcode":"M_UNRECOGNIZED","error":"no"}""", FindingSeverity.Warning)]
    [InlineData("getDevices", 409, """{"errcode":"M_RESOURCE_LIMIT_EXCEEDED","error":"no","admin_contact":"x"}""", null)]
    public void A_status_that_is_not_documented_is_judged_by_the_text(
        string operation, int status, string body, FindingSeverity? severity) =>
        Examine(Bench.Exchange(operation, status, body)).Where(finding => finding.Kind == FindingKind.UndocumentedStatus)
            .Select(finding => (FindingSeverity?)finding.Severity).SingleOrDefault().Should().Be(severity);

    [Fact]
    public void The_body_of_a_success_that_is_not_documented_is_held_against_the_one_that_is() =>
        Examine(Bench.Exchange("getDevices", 202, """{"devices":5}"""))
            .Should().Contain(finding => finding.Kind == FindingKind.Schema && finding.Pointer == "/devices");

    [Fact]
    public void Each_operation_of_the_data_is_one_of_the_manifest() =>
        StatusRules.Known.Beside.SelectMany(rule => rule.Operations)
            .Should().OnlyContain(id => Bench.Specification.Operations.Any(operation => operation.Id == id));

    [Theory]
    [InlineData(404, "<html>", "text/html", FindingKind.Json)]
    [InlineData(404, "", null, FindingKind.Json)]
    [InlineData(404, """{"error":"no"}""", "application/json", FindingKind.StandardError)]
    [InlineData(405, "[]", "application/json", FindingKind.StandardError)]
    public void An_unknown_endpoint_answers_with_the_standard_error(int status, string body, string? contentType, FindingKind kind)
    {
        var headers = Bench.WellMade.Where(header => header.Key != "Content-Type").ToList();
        if (contentType is not null)
            headers.Add(new("Content-Type", contentType));

        Examine(Bench.Exchange(null, status, body, headers))
            .Should().Contain(finding => finding.Kind == kind && finding.Severity == FindingSeverity.Violation);
    }

    [Fact]
    public void A_page_for_people_need_not_be_json()
    {
        var exchange = Bench.Exchange(null, 404, "<html>", [new("Content-Type", "text/html")]);

        Examine(exchange with { Request = exchange.Request with { Headers = [.. AsPage] } }).Should().BeEmpty();
    }

    [Fact]
    public void An_unknown_endpoint_has_the_cors_headers() =>
        Examine(Bench.Exchange(null, 405, """{"errcode":"M_UNRECOGNIZED","error":"no"}""", [new("Content-Type", "application/json")], "PUT"))
            .Should().Contain(finding => finding.Kind == FindingKind.Cors && finding.Severity == FindingSeverity.Warning);

    [Theory]
    [InlineData("<html>", "500 with a body that is not a standard error")]
    [InlineData("""{"errcode":"M_UNKNOWN","error":"no"}""", "500 M_UNKNOWN")]
    public void The_body_of_a_500_is_noted_with_it(string body, string actual) =>
        Examine(Bench.Exchange("getDevices", 500, body)).Single(finding => finding.Kind == FindingKind.ServerError).Actual
            .Should().Be(actual);

    private static IReadOnlyList<Finding> Examine(Exchange exchange) =>
        new Judge(Bench.Specification, Bench.Newest, new Redactor()).Examine(exchange).Findings;
}
