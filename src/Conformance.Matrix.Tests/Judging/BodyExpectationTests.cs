using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Judging;

/// <summary>Which answers must have a JSON body, and which form an error must have.</summary>
public sealed class BodyExpectationTests
{
    private static readonly IReadOnlyList<KeyValuePair<string, string>> Html =
        [.. Bench.WellMade.Take(3), new("Content-Type", "text/html")];

    [Theory]
    [InlineData("GET", 200, true)]
    [InlineData("HEAD", 200, false)]
    [InlineData("OPTIONS", 200, false)]
    [InlineData("GET", 199, false)]
    [InlineData("GET", 201, true)]
    [InlineData("GET", 204, false)]
    [InlineData("GET", 299, true)]
    [InlineData("GET", 300, false)]
    [InlineData("GET", 304, false)]
    [InlineData("GET", 399, false)]
    [InlineData("GET", 400, true)]
    [InlineData("GET", 499, true)]
    [InlineData("GET", 500, false)]
    public void A_body_is_demanded_of_successes_and_of_client_errors(string method, int status, bool demanded) =>
        Examine(Bench.Exchange("getDevice", status, "<html>", method: method)).Any(finding => finding.Kind == FindingKind.Json)
            .Should().Be(demanded);

    [Theory]
    [InlineData(302, "application/json", true)]
    [InlineData(302, "Application/JSON", true)]
    [InlineData(302, "text/html", false)]
    [InlineData(504, "application/json", true)]
    [InlineData(504, "text/html", false)]
    public void Of_redirects_and_5xx_only_a_documented_json_body_is_demanded(int status, string documented, bool demanded)
    {
        var operation = Bench.Specification.GetOperation("getDevice");
        operation = operation with
        {
            Responses =
            [operation.ResponseFor(200)! with { Status = $"{status}", MediaTypes = [documented], Schema = null }]
        };
        Examine(Bench.Exchange("getDevice", status, "<html>") with { Operation = operation })
            .Any(finding => finding.Kind == FindingKind.Json).Should().Be(demanded);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("text/html", false)]
    public void Where_json_and_something_else_are_documented_the_content_type_decides(string contentType, bool demanded)
    {
        var operation = Bench.Specification.GetOperation("getDevice");
        operation = operation with
        {
            Responses =
            [operation.ResponseFor(200)! with { MediaTypes = ["application/json", "text/html"], Schema = null }]
        };
        var exchange = Bench.Exchange(
            "getDevice", 200, "<html>", [.. Bench.WellMade.Take(3), new("Content-Type", contentType)]) with
        { Operation = operation };
        Examine(exchange).Any(finding => finding.Kind == FindingKind.Json).Should().Be(demanded);
    }

    [Fact]
    public void Outside_the_manifest_an_answer_is_named_by_its_request() =>
        Examine(Bench.Exchange(null, 404, "{", method: "PATCH")).Single(finding => finding.Kind == FindingKind.Json)
            .Message.Should().Be("PATCH /_matrix/client/v3/x 404: the body must be JSON.");

    [Theory]
    [InlineData(401, """{"session":"abc","flows":[{"stages":["m.login.password"]}],"params":{}}""", null)]
    [InlineData(401, """{"session":"abc","flows":5,"params":{}}""", "/flows")]
    [InlineData(400, """{"errcode":"M_UNKNOWN","error":"x","flows":5}""", null)]
    public void An_undocumented_challenge_is_held_against_the_schema_of_any_other(int status, string body, string? pointer)
    {
        var operation = Bench.Specification.GetOperation("deleteDevice");
        operation = operation with { Responses = [operation.ResponseFor(200)!] };
        Examine(Bench.Exchange("deleteDevice", status, body) with { Operation = operation })
            .Where(finding => finding.Kind == FindingKind.Schema)
            .Select(finding => finding.Pointer).Should().Equal(pointer is null ? [] : [pointer]);
    }

    [Theory]
    [InlineData("M_MISSING_TOKEN", true)]
    [InlineData("M_UNKNOWN_TOKEN", true)]
    [InlineData("M_USER_LOCKED", true)]
    [InlineData("M_USER_DEACTIVATED", true)]
    [InlineData("ORG.EXAMPLE.TOKEN", true)]
    [InlineData("M_FORBIDDEN", false)]
    [InlineData("M_UNKNOWN", false)]
    public void A_401_without_flows_is_about_the_token_or_worth_a_warning(string errorCode, bool right) =>
        Examine(Bench.Exchange("deleteDevice", 401, $$"""{"errcode":"{{errorCode}}","error":"x"}"""))
            .Any(finding => finding.Pointer == "/flows").Should().Be(!right);

    [Fact]
    public void A_challenge_with_an_error_text_has_an_error_code_too() =>
        Examine(Bench.Exchange("deleteDevice", 401, """{"error":"x","flows":[{"stages":["m.login.password"]}]}""")).Should().ContainSingle()
            .Which.Should().BeEquivalentTo(
                new { Kind = FindingKind.StandardError, Severity = FindingSeverity.Violation, Pointer = "/errcode" });

    [Theory]
    [InlineData("/_matrix/client/v3/x", 299, true)]
    [InlineData("/_matrix/client/v3/x", 300, false)]
    [InlineData("/_matrix/client/v3/x", 399, false)]
    [InlineData("/_matrix/client/v3/x", 400, true)]
    [InlineData("/_synapse/admin/v1/x", 200, false)]
    public void Outside_the_manifest_cors_headers_are_looked_for_in_answers_of_the_api_alone(string path, int status, bool looked) =>
        Examine(Bench.Exchange(null, status, "", [], path: path)).Any(finding => finding.Kind == FindingKind.Cors).Should().Be(looked);

    [Fact]
    public void Pages_for_people_need_no_cors_headers() =>
        Examine(Bench.Exchange(null, 200, "<html>", Html.Skip(3), path: "/_matrix/client/v3/x")).Should().BeEmpty();

    [Fact]
    public void Incomplete_cors_headers_are_quoted() =>
        Examine(Bench.Exchange("getDevice", 200, """{"device_id":"A"}""", [
            new("Access-Control-Allow-Origin", "*"), new("Access-Control-Allow-Methods", "GET, POST"),
                new("Access-Control-Allow-Methods", "PUT"),
            new("Access-Control-Allow-Headers", "Authorization"), new("Content-Type", "application/json")]))
            .Select(finding => finding.Actual)
                .Should().Equal("Access-Control-Allow-Methods: GET, POST, PUT", "Access-Control-Allow-Headers: Authorization");

    private static IReadOnlyList<Finding> Examine(Exchange exchange) =>
        new Judge(Bench.Specification, Bench.Newest, new Redactor()).Examine(exchange).Findings;
}
