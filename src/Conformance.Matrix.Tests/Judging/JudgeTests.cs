using System.Text;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Redaction;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Judging;

/// <summary>The judge, check by check, with what it says.</summary>
public sealed class JudgeTests
{
    private const string Device = """{"device_id":"PHONE"}""";
    private const string Challenge = """{"session":"abc","flows":[{"stages":["m.login.password"]}],"params":{}}""";

    [Theory]
    [InlineData("getDevice", 200, Device)]
    [InlineData("getDevice", 404, """{"errcode":"M_NOT_FOUND","error":"no such device"}""")]
    [InlineData("getDevice", 401, """{"errcode":"M_UNKNOWN_TOKEN","error":"dead","soft_logout":true}""")]
    [InlineData("getDevice", 400, """{"errcode":"M_INVALID_PARAM","error":"x"}""")]
    [InlineData("getDevice", 403, """{"errcode":"M_USER_SUSPENDED","error":"x"}""")]
    [InlineData("getDevice", 405, """{"errcode":"M_UNRECOGNIZED","error":"x"}""")]
    [InlineData("getDevice", 413, """{"errcode":"M_TOO_LARGE","error":"x"}""")]
    [InlineData("getDevice", 429, """{"errcode":"M_LIMIT_EXCEEDED","error":"x","retry_after_ms":5}""")]
    [InlineData("getDevice", 409, """{"errcode":"M_USER_LIMIT_EXCEEDED","error":"x","info_uri":"https://example.org"}""")]
    [InlineData("deleteDevice", 401, Challenge)]
    [InlineData("deleteDevice", 401,
        """{"errcode":"M_FORBIDDEN","error":"no","session":"abc","flows":[{"stages":["m.login.password"]}],"completed":[]}""")]
    [InlineData("deleteDevice", 401, """{"errcode":"M_MISSING_TOKEN","error":"x"}""")]
    [InlineData("deleteDevice", 401, """{"errcode":"M_USER_LOCKED","error":"x","soft_logout":true}""")]
    [InlineData("deleteDevice", 200, "{}")]
    [InlineData("register", 401, Challenge)]
    [InlineData("register", 400, """{"errcode":"M_USER_IN_USE","error":"x"}""")]
    [InlineData("login", 401, """{"errcode":"M_USER_LOCKED","error":"x"}""")]
    [InlineData("getVersions", 200, """{"versions":["v1.1"],"unstable_features":{"org.example.x":true}}""")]
    public void A_good_answer_has_no_finding(string operationId, int status, string body) =>
        Of(operationId, status, body).Should().BeEmpty();

    [Fact]
    public void An_undocumented_success_is_a_violation() =>
        Of("getDevice", 202, Device).Should().Equal(new Finding(
            FindingKind.UndocumentedStatus,
            FindingSeverity.Violation,
            "",
            "one of 200, 404, a general error (400, 401, 403, 404, 405, 413, 429)",
            "202",
            "getDevice: the specification does not document the status 202."));

    [Fact]
    public void An_undocumented_redirect_is_a_violation() =>
        Of("getDevice", 302, "", [.. Bench.WellMade, new("Location", "/x")])
            .Should().ContainSingle(finding => finding.Kind == FindingKind.UndocumentedStatus)
            .Which.Severity.Should().Be(FindingSeverity.Violation);

    [Fact]
    public void Any_operation_may_have_a_general_status_and_no_other()
    {
        var operation = Bench.Specification.GetOperation("getDevices");
        operation = operation with { Responses = [operation.ResponseFor(200)!] };
        Enumerable.Range(100, 400)
            .Where(status =>
                Judge().Examine(
                    Bench.Exchange(
                        "getDevices", status, """{"errcode":"M_UNKNOWN","error":"x","devices":[]}""") with
                    { Operation = operation })
                .Findings.All(finding => finding.Kind != FindingKind.UndocumentedStatus))
            .Should().Equal(200, 400, 401, 403, 404, 405, 408, 413, 414, 429, 431);
    }

    [Theory]
    [InlineData(402, "M_USER_LIMIT_EXCEEDED", false)]
    [InlineData(402, "M_RESOURCE_LIMIT_EXCEEDED", false)]
    [InlineData(402, "M_LIMIT_EXCEEDED", true)]
    [InlineData(202, "M_USER_LIMIT_EXCEEDED", true)]
    [InlineData(202, "M_RESOURCE_LIMIT_EXCEEDED", true)]
    public void An_error_about_limits_may_have_any_4xx(int status, string errorCode, bool found) =>
        Of("getDevices", status, $$"""{"errcode":"{{errorCode}}","error":"x","admin_contact":"mailto:admin@example.org"}""")
            .Any(finding => finding.Kind == FindingKind.UndocumentedStatus).Should().Be(found);

    [Fact]
    public void Another_4xx_with_a_standard_error_is_a_warning() =>
        Of("getDevice", 422, """{"errcode":"M_UNKNOWN","error":"x"}""").Should().Equal(new Finding(
            FindingKind.UndocumentedStatus,
            FindingSeverity.Warning,
            "",
            "one of 200, 404, a general error (400, 401, 403, 404, 405, 413, 429)",
            "422 M_UNKNOWN",
            "getDevice: the specification does not document the status 422."));

    [Theory]
    [InlineData(500, """{"errcode":"M_UNKNOWN","error":"x"}""", "500 M_UNKNOWN")]
    [InlineData(502, "<html>", "502 with a body that is not a standard error")]
    public void A_5xx_is_a_violation_and_the_only_one(int status, string body, string actual) =>
        Of("getDevice", status, body).Should().Equal(new Finding(
            FindingKind.ServerError, FindingSeverity.Violation, "", "an answer below 500", actual,
                $"getDevice {status}: the server failed to handle the request."));

    [Fact]
    public void A_documented_5xx_is_none() => Of("getContent", 504, """{"errcode":"M_NOT_YET_UPLOADED","error":"x"}""").Should().BeEmpty();

    [Theory]
    [InlineData("text/plain", "Content-Type text/plain")]
    [InlineData("application/problem+json; charset=utf-8", "Content-Type application/problem+json")]
    [InlineData(null, "no Content-Type")]
    [InlineData("", "no Content-Type")]
    public void Another_content_type_is_a_violation(string? contentType, string actual) =>
        Of("getDevice", 200, Device, Headers(contentType)).Should().Equal(new Finding(
            FindingKind.ContentType,
            FindingSeverity.Violation,
            "",
            "Content-Type application/json",
            actual,
            "getDevice 200: a JSON answer must have the Content-Type application/json."));

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON; charset=utf-8")]
    [InlineData("application/json;charset=UTF-8")]
    public void Parameters_and_case_of_the_content_type_do_not_matter(string contentType) =>
        Of("getDevice", 200, Device, Headers(contentType)).Should().BeEmpty();

    [Fact]
    public void A_byte_that_is_no_utf8_is_a_violation() =>
        Of("getDevice", 200, [.. Encoding.UTF8.GetBytes("{\"device_id\":\"ü"), 0xFC, .. "\"}"u8]).Should().Equal(new Finding(
            FindingKind.Utf8, FindingSeverity.Violation, "", "a body in UTF-8", "a byte 0xFC at offset 16 that is not UTF-8",
                "getDevice 200: the body must be UTF-8."));

    [Theory]
    [InlineData("", "an empty body")]
    [InlineData("\uFEFF{}", "a body that begins with a byte order mark")]
    [InlineData("{\"a\":1,}", "a body that stops being JSON at line 1, byte 8")]
    [InlineData("{\n  \"a\": tru }", "a body that stops being JSON at line 2, byte 11")]
    [InlineData("{} {}", "a body that stops being JSON at line 1, byte 4")]
    [InlineData("{/**/}", "a body that stops being JSON at line 1, byte 2")]
    public void A_body_that_is_no_json_is_a_violation(string body, string actual) =>
        Of("getDevice", 200, body).Should().Equal(new Finding(
            FindingKind.Json, FindingSeverity.Violation, "", "a JSON body", actual, "getDevice 200: the body must be JSON."));

    [Fact]
    public void A_member_that_occurs_twice_is_a_warning() =>
        Of("getDevices", 200, """{"devices":[{"device_id":"A"},{"device_id":"B","device_id":"C"}],"x/y":1,"x/y":2}""")
            .Where(finding => finding.Kind == FindingKind.DuplicateMember)
                .Should().Equal(Duplicate("/devices/1/device_id"), Duplicate("/x~1y"));

    [Fact]
    public void A_body_that_breaks_its_schema_is_a_violation_that_quotes_the_place()
    {
        var finding = Of("getDevices", 200, """{"devices":[{"device_id":"A"},{"device_id":5}]}""").Should().ContainSingle().Subject;
        finding.Kind.Should().Be(FindingKind.Schema);
        finding.Severity.Should().Be(FindingSeverity.Violation);
        finding.Pointer.Should().Be("/devices/1/device_id");
        finding.Actual.Should().Be("5");
        finding.Expected.Should().StartWith("/devices/1/device_id as in the schema of getDevices 200 (type at #");
        finding.Message.Should().StartWith("getDevices 200: /devices/1/device_id: ");
    }

    [Theory]
    [InlineData(49, 49)]
    [InlineData(50, 50)]
    [InlineData(51, 50)]
    [InlineData(500, 50)]
    public void Of_many_breaches_of_a_schema_fifty_are_told(int breaches, int told)
    {
        var body = $$"""{"devices":[{{string.Join(',', Enumerable.Repeat("{}", breaches))}}]}""";
        Of("getDevices", 200, body).Select(finding => finding.Pointer)
            .Should().Equal(Enumerable.Range(0, told).Select(index => $"/devices/{index}"));
    }

    [Fact]
    public void A_missing_member_is_found_at_its_object()
    {
        var finding = Of("getDevice", 200, "{}").Should().ContainSingle().Subject;
        finding.Pointer.Should().BeEmpty();
        finding.Expected.Should().StartWith("the body as in the schema of getDevice 200 (required at #");
        finding.Actual.Should().Be("{}");
    }

    [Fact]
    public void A_member_that_the_schema_does_not_know_is_a_remark() =>
        Of("getDevices", 200, """{"devices":[{"device_id":"A"},{"device_id":"B","last_seen_user_agent":"x"}],"org.example":{}}""")
            .Should().Equal(
            Unknown("/devices/1/last_seen_user_agent"), Unknown("/org.example"));

    [Theory]
    [InlineData("getVersions", """{"versions":[],"unstable_features":{"org.example.anything":true}}""")]
    [InlineData("getCapabilities", """{"capabilities":{"org.example.anything":{"x":1},"m.change_password":{"enabled":true}}}""")]
    [InlineData(
        "getProtocols",
        """{"irc":{"user_fields":[],"location_fields":[],"icon":"x","field_types":{"a":{"regexp":"x","placeholder":"y"}},"instances":[{"desc":"x","fields":{"a":1},"network_id":"n","instance_id":"i"}]}}""")]
    public void What_a_schema_leaves_open_is_not_remarked(string operationId, string body) =>
        Of(operationId, 200, body).Where(finding => finding.Kind == FindingKind.UnknownMember).Should().BeEmpty();

    [Fact]
    public void Findings_mask_secrets()
    {
        var redactor = new Redactor();
        redactor.Learn("syt_the_token", SecretKind.AccessToken);
        var findings = Of(
            "login", 200,
            """{"access_token":["syt_the_token"],"user_id":{"x":"syt_the_token"},"device_id":{"access_token":"unknown-one"},"home_server":5}""", redactor: redactor);
        findings.Should().NotBeEmpty();
        string.Concat(findings.Select(finding => finding.ToString()))
            .Should().NotContain("syt_the_token").And.NotContain("unknown-one").And.Contain("<access token>");
    }

    [Fact]
    public void A_member_newer_than_the_version_under_test_is_not_demanded()
    {
        var judge = new Judge(Bench.Specification, new SpecVersion(1, 1), new Redactor());
        judge.Examine(Bench.Exchange("getTokenOwner", 200, """{"user_id":"@a:b"}""")).Findings.Should().BeEmpty();
    }

    [Fact]
    public void An_error_without_errcode_is_a_violation_and_said_once() =>
        Of("getDevice", 404, """{"error":"gone"}""").Should().Equal(new Finding(
            FindingKind.StandardError, FindingSeverity.Violation, "/errcode", "a string errcode", "nothing",
                "getDevice 404: an error must have an errcode."));

    [Fact]
    public void Even_where_the_schema_demands_it_too() =>
        Of("register", 400, """{"errcode":5,"error":"x"}""").Should().Equal(new Finding(
            FindingKind.StandardError, FindingSeverity.Violation, "/errcode", "a string errcode", "5",
                "register 400: an error must have an errcode."));

    [Fact]
    public void An_error_without_error_text_is_a_warning() =>
        Of("getDevice", 404, """{"errcode":"M_NOT_FOUND"}""").Should().Equal(new Finding(
            FindingKind.StandardError, FindingSeverity.Warning, "/error", "a string error", "nothing",
                "getDevice 404: an error must have an error text besides its errcode."));

    [Fact]
    public void An_error_that_is_no_object_is_a_violation() =>
        Of("getDevice", 404, "[]").Should().Equal(new Finding(
            FindingKind.StandardError, FindingSeverity.Violation, "", "an object with errcode and error", "[]",
                "getDevice 404: an error must be a JSON object with errcode and error."));

    [Fact]
    public void A_page_in_place_of_an_error_is_a_violation() =>
        Of("getDevice", 404, "<html>", Headers("text/html")).Select(finding => (finding.Kind, finding.Severity)).Should().Equal(
            (FindingKind.ContentType, FindingSeverity.Violation), (FindingKind.Json, FindingSeverity.Violation));

    [Theory]
    [InlineData("getWellknown", 404)]
    [InlineData("getDevice", 413)]
    public void What_a_web_server_or_a_proxy_says_need_not_be_a_standard_error(string operationId, int status) =>
        Of(operationId, status, "<html>", Headers("text/html")).Should().BeEmpty();

    [Fact]
    public void A_challenge_is_judged_as_one()
    {
        var finding = Of("deleteDevice", 401, """{"flows":[{}]}""").Should().ContainSingle().Subject;
        finding.Kind.Should().Be(FindingKind.Schema);
        finding.Pointer.Should().Be("/flows/0");
    }

    [Fact]
    public void A_challenge_with_errcode_has_an_error_too() =>
        Of("deleteDevice", 401, """{"errcode":"M_FORBIDDEN","flows":[{"stages":["m.login.password"]}]}""").Should().ContainSingle()
            .Which.Should().BeEquivalentTo(
                new { Kind = FindingKind.StandardError, Severity = FindingSeverity.Warning, Pointer = "/error" });

    [Fact]
    public void A_401_without_flows_and_without_errcode_is_a_challenge_badly_made() =>
        Of("deleteDevice", 401, """{"session":"abc"}""").Should().ContainSingle()
            .Which.Should().BeEquivalentTo(new { Kind = FindingKind.Schema, Severity = FindingSeverity.Violation, Pointer = "" });

    [Fact]
    public void A_401_that_is_not_about_the_token_and_offers_no_flows_is_a_warning() =>
        Of("deleteDevice", 401, """{"errcode":"M_FORBIDDEN","error":"wrong password"}""").Should().Equal(new Finding(
            FindingKind.StandardError,
            FindingSeverity.Warning,
            "/flows",
            "a challenge with flows, or an error about the access token",
            "M_FORBIDDEN without flows",
            "deleteDevice 401: a 401 that is not about the access token must list the flows again."));

    [Fact]
    public void Missing_cors_headers_are_a_warning_for_the_origin_and_remarks_for_the_rest() =>
        Of("getDevice", 200, Device, [new("Content-Type", "application/json")]).Should().Equal(
            Cors(FindingSeverity.Warning, "Access-Control-Allow-Origin: *", "no Access-Control-Allow-Origin"),
            Cors(FindingSeverity.Note, "Access-Control-Allow-Methods: GET, POST, PUT, DELETE, OPTIONS", "no Access-Control-Allow-Methods"),
            Cors(FindingSeverity.Note, "Access-Control-Allow-Headers: X-Requested-With, Content-Type, Authorization",
                "no Access-Control-Allow-Headers"));

    [Fact]
    public void Another_origin_is_a_warning() =>
        Of("getDevice", 200, Device, [.. Bench.WellMade.Skip(1), new("access-control-allow-origin", "https://client.example.org")])
            .Should().Equal(
            Cors(FindingSeverity.Warning, "Access-Control-Allow-Origin: *", "Access-Control-Allow-Origin: https://client.example.org"));

    [Theory]
    [InlineData("PUT,post, GET, HEAD, DELETE, OPTIONS", "Authorization, X-Requested-With, content-type, Date", 0)]
    [InlineData("*", "*, authorization", 0)]
    [InlineData("*", "*", 1)]
    [InlineData("GET, POST", "X-Requested-With, Content-Type", 2)]
    public void Methods_and_headers_are_compared_as_sets(string methods, string headers, int findings)
    {
        var answer = Bench.Exchange(
            null, 200, "",
                [new("Access-Control-Allow-Origin", "*"), new("Access-Control-Allow-Methods", methods),
                    new("Access-Control-Allow-Headers", headers)], "OPTIONS");
        Judge().Examine(answer).Findings.Select(finding => (finding.Kind, finding.Severity))
            .Should().Equal(Enumerable.Repeat((FindingKind.Cors, FindingSeverity.Warning), findings));
    }

    [Fact]
    public void The_answer_to_a_pre_flight_request_needs_no_body() =>
        Judge().Examine(Bench.Exchange(null, 204, "", Bench.WellMade, "OPTIONS")).Findings.Should().BeEmpty();

    [Fact]
    public void Outside_the_manifest_json_is_judged_as_json_and_pages_are_not()
    {
        Judge().Examine(Bench.Exchange(null, 404, """{"errcode":"M_UNRECOGNIZED","error":"x"}""")).Findings.Should().BeEmpty();
        Judge().Examine(Bench.Exchange(null, 404, """{"a":1,}""")).Findings.Select(finding => finding.Kind)
            .Should().Equal(FindingKind.Json);
        Judge().Examine(Bench.Exchange(null, 404, "{}")).Findings.Select(finding => finding.Pointer).Should().Equal("/errcode", "/error");
        Judge().Examine(Bench.Exchange(null, 200, "<html>", [new("Content-Type", "text/html")])).Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_media_download_is_not_judged_as_json() =>
        Of("getContent", 200, [0xFF, 0xD8], [.. Bench.WellMade.Take(3), new("Content-Type", "image/jpeg")]).Should().BeEmpty();

    [Fact]
    public void Without_an_answer_there_is_nothing_to_judge()
    {
        var exchange = Bench.Exchange("getDevice", 200, Device) with { Response = null, TransportFailure = "The connection was refused." };
        Judge().Examine(exchange).Should().BeSameAs(exchange);
    }

    private static Judge Judge(Redactor? redactor = null) => new(Bench.Specification, Bench.Newest, redactor ?? new Redactor());

    private static IReadOnlyList<Finding> Of(string operationId, int status, string body,
        IEnumerable<KeyValuePair<string, string>>? headers = null, Redactor? redactor = null) =>
        Of(operationId, status, Encoding.UTF8.GetBytes(body), headers, redactor);

    private static IReadOnlyList<Finding> Of(string operationId, int status, byte[] body,
        IEnumerable<KeyValuePair<string, string>>? headers = null, Redactor? redactor = null) =>
        Judge(redactor).Examine(Bench.Exchange(operationId, status, body, headers)).Findings;

    private static IEnumerable<KeyValuePair<string, string>> Headers(string? contentType) =>
        contentType is null ? Bench.WellMade.Take(3) : [.. Bench.WellMade.Take(3), new("Content-Type", contentType)];

    private static Finding Unknown(string pointer) => new(
        FindingKind.UnknownMember, FindingSeverity.Note, pointer, "members that the schema of getDevices 200 lists", pointer,
            $"getDevices 200: the specification knows no member {pointer}.");

    private static Finding Duplicate(string pointer) => new(
        FindingKind.DuplicateMember, FindingSeverity.Warning, pointer, "each member once", $"{pointer} more than once",
            $"getDevices 200: {pointer} occurs more than once in its object.");

    private static Finding Cors(FindingSeverity severity, string expected, string actual) => new(
        FindingKind.Cors, severity, "", expected, actual,
            "getDevice 200: a web browser needs the CORS headers that the specification recommends.");
}
