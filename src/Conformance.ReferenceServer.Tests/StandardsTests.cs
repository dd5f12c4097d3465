using System.Text;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class StandardsTests
{
    private const string Login = "/_matrix/client/v3/login";

    [Theory]
    [InlineData("GET", "/_matrix/client/v3/no_such_thing", "404 M_UNRECOGNIZED")]
    [InlineData("POST", "/_matrix/client/v3/no_such_thing", "404 M_UNRECOGNIZED")]
    [InlineData("GET", "/_matrix/client/v99/login", "404 M_UNRECOGNIZED")]
    [InlineData("GET", "/_matrix/client/v1/login", "404 M_UNRECOGNIZED")]
    [InlineData("GET", "/", "404 M_UNRECOGNIZED")]
    [InlineData("GET", "/_matrix/client/v3/devices/", "404 M_UNRECOGNIZED")]
    [InlineData("DELETE", Login, "405 M_UNRECOGNIZED")]
    [InlineData("PUT", Login, "405 M_UNRECOGNIZED")]
    [InlineData("PATCH", "/_matrix/client/v3/account/whoami", "405 M_UNRECOGNIZED")]
    [InlineData("POST", "/_matrix/client/versions", "405 M_UNRECOGNIZED")]
    public async Task Unknown_paths_and_methods_are_unrecognized(string method, string path, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await server.SendAsync(method, path);

        answer.Outcome.Should().Be(outcome);
        answer.MediaType.Should().Be("application/json");
        answer.Headers.GetValues("Access-Control-Allow-Origin").Should().Equal("*");
    }

    [Theory]
    [InlineData("/_matrix/client/v3/devices/%FF")]
    [InlineData("/_matrix/client/v3/devices/%C3")]
    [InlineData("/_matrix/client/v3/devices/%C0%AF")]
    [InlineData("/_matrix/client/v3/%FF")]
    public async Task A_path_that_is_not_utf8_is_refused(string path)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.SendAsync("GET", path, token: alice.Token)).Status.Should().BeInRange(400, 404);
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("9007199254740993")]
    [InlineData("1e400")]
    public async Task Every_number_of_json_may_stand_in_a_body(string number)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE");

        var answer = await server.CallAsync("updateDevice", $$"""{"org.example.number":{{number}}}""", alice.Token, ("deviceId", "PHONE"));

        answer.Outcome.Should().Be("200");
    }

    [Theory]
    [InlineData("M_MISSING_TOKEN", "Basic eA")]
    [InlineData("M_MISSING_TOKEN", "Bearer")]
    [InlineData("M_MISSING_TOKEN", "Bearer ")]
    [InlineData("M_MISSING_TOKEN", "Basic eA", "Bearer x")]
    [InlineData("M_UNKNOWN_TOKEN", "bearer x")]
    public async Task An_authorization_header_of_another_form_has_no_token(string code, params string[] headers)
    {
        await using var server = await TestHomeserver.StartAsync();
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Server.BaseUrl, "_matrix/client/v3/account/whoami"));
        request.Headers.TryAddWithoutValidation("Authorization", headers);

        using var response = await http.SendAsync(request);

        ((int)response.StatusCode).Should().Be(401);
        (await response.Content.ReadAsStringAsync()).Should().Contain(code);
    }

    [Fact]
    public async Task A_405_says_what_is_allowed()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await server.SendAsync("DELETE", Login);

        answer.ContentHeaders.Allow.Should().BeEquivalentTo("GET", "POST", "OPTIONS");
    }

    [Fact]
    public async Task A_head_request_is_another_method_and_has_no_body()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await server.SendAsync("HEAD", Login);

        answer.Status.Should().Be(405);
        answer.Bytes.Should().BeEmpty();
    }

    [Fact]
    public async Task A_long_request_line_is_read()
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("checkUsernameAvailability", arguments: ("username", new string('a', 50_000)))).Outcome.Should().Be(
            "400 M_INVALID_USERNAME");
    }

    [Fact]
    public async Task A_path_segment_may_be_percent_encoded()
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.SendAsync("GET", "/_matrix/client/v3/log%69n")).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task Options_is_understood_everywhere_and_does_nothing()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        foreach (var operation in TestHomeserver.Specification.Operations.Where(operation => operation.Api == "client-server"))
        {
            var answer = await server.SendAsync("OPTIONS", operation.Path.Replace("{", "", StringComparison.Ordinal)
                .Replace("}", "", StringComparison.Ordinal), "{}"u8.ToArray(), alice.Token);
            answer.Outcome.Should().Be("200", operation.Id);
            answer.Headers.GetValues("Access-Control-Allow-Methods").Single().Split(", ")
                .Should().Contain(["GET", "POST", "PUT", "DELETE", "OPTIONS"]);
            answer.Headers.GetValues("Access-Control-Allow-Headers").Single().Split(", ")
                .Should().Contain(["X-Requested-With", "Content-Type", "Authorization"]);
        }

        (await server.WhoAmIAsync(alice)).Should().Be($"{alice.UserId} PHONE");
    }

    [Theory]
    [InlineData("{not json", "400 M_NOT_JSON")]
    [InlineData("", "400 M_NOT_JSON")]
    [InlineData("[]", "400 M_BAD_JSON")]
    [InlineData("null", "400 M_BAD_JSON")]
    [InlineData("{}", "400 M_MISSING_PARAM")]
    [InlineData("""{"type": 5}""", "400 M_BAD_JSON")]
    [InlineData("""{"type": "\ud800"}""", "400 M_BAD_JSON")]
    [InlineData("""{"type": "m.login.token", "token": "x", "x": [{"\udfff": 1}]}""", "400 M_BAD_JSON")]
    public async Task Bodies_that_are_no_object_of_the_right_shape_are_refused(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("login", body)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task A_body_that_is_not_utf8_is_not_json()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer =
            await server.SendAsync(TestHomeserver.Specification.GetOperation("login"), [.. "{\"type\": \""u8, 0xFF, .. "\"}"u8], null);

        answer.Outcome.Should().Be("400 M_NOT_JSON");
    }

    [Fact]
    public async Task A_body_needs_no_content_type()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await server.SendAsync("POST", Login, """{"type": "m.login.token", "token": "x"}"""u8.ToArray(), contentType: null);

        answer.Outcome.Should().Be("403 M_FORBIDDEN");
    }

    [Theory]
    [InlineData(1 << 20, "400 M_UNKNOWN")]
    [InlineData((1 << 20) + 1, "413 M_TOO_LARGE")]
    [InlineData(8 << 20, "413 M_TOO_LARGE")]
    public async Task A_body_over_the_limit_is_too_large(int bytes, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var body = Encoding.UTF8.GetBytes("""{"type": "x"}""".PadRight(bytes));

        (await server.SendAsync(TestHomeserver.Specification.GetOperation("login"), body, null)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Operations_that_need_a_token_say_what_is_wrong_with_it()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        string[] needing =
        [
            "getDevices", "deleteDevices", "getTokenOwner", "getCapabilities", "logout", "logout_all", "generateLoginToken", "add3PID",
            "getAccount3PIDs", "uploadKeys", "queryKeys", "uploadCrossSigningKeys",
        ];

        foreach (var operationId in needing)
        {
            (await server.CallAsync(operationId)).Outcome.Should().Be("401 M_MISSING_TOKEN", operationId);
            (await server.CallAsync(operationId, token: "invalid")).Outcome.Should().Be("401 M_UNKNOWN_TOKEN", operationId);
        }

        (await server.WhoAmIAsync(alice)).Should().Be($"{alice.UserId} PHONE");
    }

    [Fact]
    public async Task A_token_may_be_in_the_query()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync("getTokenOwner", arguments: ("access_token", alice.Token)))["user_id"].Should().Be(alice.UserId);
    }

    [Fact]
    public async Task The_versions_are_those_up_to_the_one_served()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await server.CallAsync("getVersions");

        answer.Json.GetProperty("versions").EnumerateArray().Select(version => version.GetString())
            .Should().Equal(Enumerable.Range(1, TestHomeserver.Specification.Version.Minor).Select(minor => $"v1.{minor}"));
    }

    [Fact]
    public async Task Discovery_points_at_the_server()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await server.CallAsync("getWellknown");

        new Uri(answer.Json.GetProperty("m.homeserver").GetProperty("base_url").GetString()!).Should().Be(server.Server.BaseUrl);
    }

    [Fact]
    public async Task Capabilities_tell_what_the_user_can_do()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var answer = await server.CallAsync("getCapabilities", token: alice.Token);

        answer.Json.GetProperty("capabilities").EnumerateObject()
            .ToDictionary(capability => capability.Name, capability => capability.Value.GetProperty("enabled").GetBoolean())
            .Should().Equal(new Dictionary<string, bool>
            {
                ["m.change_password"] = true,
                ["m.get_login_token"] = true,
                ["m.3pid_changes"] = false,
                ["m.profile_fields"] = false,
                ["m.set_displayname"] = false,
                ["m.set_avatar_url"] = false,
            });
    }

    [Fact]
    public async Task With_a_limit_set_callers_are_told_when_to_come_back()
    {
        var clock = new ManualClock();
        await using var server = await TestHomeserver.StartAsync(unexpected => new()
        {
            RateLimit = new(2, TimeSpan.FromSeconds(1.5)),
            Clock = clock,
            UnexpectedError = unexpected,
        });

        var outcomes = new List<string>();
        for (var call = 0; call < 3; call++)
        {
            outcomes.Add((await server.CallAsync("getLoginFlows")).Outcome);
        }

        outcomes.Should().Equal("200", "200", "429 M_LIMIT_EXCEEDED");
        var refused = await server.CallAsync("getLoginFlows");
        refused.Json.GetProperty("retry_after_ms").GetInt64().Should().Be(1500);
        refused.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(2));
        clock.Advance(TimeSpan.FromSeconds(1.5));
        (await server.CallAsync("getLoginFlows")).Outcome.Should().Be("200");
    }
}
