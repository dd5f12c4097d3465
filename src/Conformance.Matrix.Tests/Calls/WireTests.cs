using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>What goes over the wire.</summary>
public sealed class WireTests
{
    [Theory]
    [InlineData("PHONE", "PHONE")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("ü", "%C3%BC")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("a b", "a%20b")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("?#&=;", "%3F%23%26%3D%3B")]
    [InlineData("..", "%2E%2E")]
    [InlineData(".", "%2E")]
    [InlineData("~-_.", "~-_.")]
    [InlineData("A\"'\\", "A%22%27%5C")]
    [InlineData("🐈", "%F0%9F%90%88")]
    public async Task A_path_segment_is_fully_encoded(string deviceId, string encoded)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        var exchange =
            await client.SendAsync(Bench.Call("getDevice", ("deviceId", deviceId)), Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Single().Target.Should().Be($"/_matrix/client/v3/devices/{encoded}");
        exchange.Request.Url.OriginalString.Should().Be(
            $"{server.BaseUrl.GetLeftPart(UriPartial.Authority)}/_matrix/client/v3/devices/{encoded}");
    }

    [Fact]
    public async Task A_query_parameter_is_fully_encoded_and_an_array_repeats_it()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        var call = Bench.Call(
            "sync", ("filter", "a/b&c=ü 100%"), ("full_state", true), ("timeout", 0)) with
        { ExtraQuery = [new("user_id", "@a:b")] };
        await client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Single().Target.Should().Be(
            "/_matrix/client/v3/sync?filter=a%2Fb%26c%3D%C3%BC%20100%25&full_state=true&timeout=0&user_id=%40a%3Ab");
    }

    [Fact]
    public async Task A_base_url_with_a_path_keeps_it()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(new Uri(server.BaseUrl, "/behind/proxy/"));
        await client.SendAsync(Bench.Call("getDevice", ("deviceId", "a/b")), Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Single().Target.Should().Be("/behind/proxy/_matrix/client/v3/devices/a%2Fb");
    }

    [Fact]
    public async Task Body_members_go_out_as_utf8_with_their_content_type_and_the_token_in_the_header()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        await client.SendAsync(Bench.Call("updateDevice", ("deviceId", "PHONE"), ("display_name", "Дб Ü 🐈")), new Caller("Alice", "t0ken"),
            ExchangeRole.Subject, default);
        var request = server.Requests.Single();
        request.Method.Should().Be("PUT");
        JsonNode.DeepEquals(JsonNode.Parse(request.Text), new JsonObject { ["display_name"] = "Дб Ü 🐈" }).Should().BeTrue();
        request.Text.Should().Contain("Ü");
        request.Header("Content-Type").Should().Be("application/json");
        request.Header("Authorization").Should().Be("Bearer t0ken");
        request.Header("Origin").Should().Be("https://client.example.org");
    }

    [Fact]
    public async Task A_raw_body_goes_out_byte_for_byte_and_a_null_header_takes_the_suites_own_away()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        var call = Bench.Call("login") with
        {
            RawBody = new byte[] { 0x7B, 0xFF, 0x00, 0x0A },
            Headers = new Dictionary<string, string?> { ["Content-Type"] = null, ["X-Own"] = "1" }
        };
        await client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);
        var request = server.Requests.Single();
        request.Body.Should().Equal(0x7B, 0xFF, 0x00, 0x0A);
        request.Header("Content-Type").Should().BeNull();
        request.Header("X-Own").Should().Be("1");
    }

    [Theory]
    [InlineData("logout", "")]
    [InlineData("logout_all", "")]
    [InlineData("forgetRoom", "{}")]
    [InlineData("deleteDevice", "{}")]
    [InlineData("getDevices", "")]
    public async Task A_call_without_arguments_has_the_body_that_its_operation_takes(string operationId, string body)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        var path = Bench.Specification.GetOperation(operationId).Parameters
            .Select(parameter => (parameter.Name, (JsonNode?)(parameter.Name == "roomId" ? "!X" : "X"))).ToArray();
        await client.SendAsync(Bench.Call(operationId, path), Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Single().Text.Should().Be(body);
        server.Requests.Single().Header("Content-Type").Should().Be(body.Length == 0 ? null : "application/json");
    }

    [Fact]
    public async Task Without_body_means_none()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(400, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        await client.SendAsync(Bench.Call("login") with { WithoutBody = true }, Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Single().Header("Content-Length").Should().Be("0");
        server.Requests.Single().Header("Content-Type").Should().BeNull();
    }

    [Fact]
    public async Task The_token_can_go_into_the_query()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        await client.SendAsync(
            Bench.Call("getTokenOwner") with { TokenInQuery = true }, new Caller("Alice", "a+b/c"), ExchangeRole.Subject, default);
        server.Requests.Single().Target.Should().Be("/_matrix/client/v3/account/whoami?access_token=a%2Bb%2Fc");
        server.Requests.Single().Header("Authorization").Should().BeNull();
    }

    [Fact]
    public async Task No_redirect_is_followed_and_no_cookie_kept()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(302, "{}", ("Location", "/elsewhere"), ("Set-Cookie", "a=b")));
        using var client = Bench.Client(server.BaseUrl);
        var first = await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);
        await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);
        first.Response!.Status.Should().Be(302);
        server.Requests.Should().HaveCount(2).And.OnlyContain(request =>
            request.Target == "/_matrix/client/versions" && request.Header("Cookie") == null);
    }

    [Fact]
    public async Task The_answer_is_kept_byte_for_byte_with_its_headers()
    {
        await using var server = FakeServer.Start(_ =>
            new FakeAnswer(404, [0x7B, 0xFF], ("Content-Type", "application/json"), ("X-Twice", "1"), ("X-Twice", "2")));
        using var client = Bench.Client(server.BaseUrl);
        var exchange = await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);
        exchange.Response!.Status.Should().Be(404);
        exchange.Response.Body.ToArray().Should().Equal(0x7B, 0xFF);
        exchange.Response.Json.Should().BeNull();
        exchange.Response.Headers.Where(header => header.Key == "X-Twice").Select(header => header.Value).Should().Equal("1", "2");
        exchange.Response.Header("content-type").Should().Be("application/json");
    }

    [Fact]
    public async Task A_raw_call_goes_out_as_it_is_written()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(404, """{"errcode":"M_UNRECOGNIZED","error":"no"}"""));
        using var client = Bench.Client(server.BaseUrl);
        var exchange = await client.SendAsync(new RawCall { Method = "PATCH", PathAndQuery = "/_matrix/client/v3/./no%41%2e?x=%41" },
            Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Single().Method.Should().Be("PATCH");
        server.Requests.Single().Target.Should().Be("/_matrix/client/v3/./no%41%2e?x=%41");
        exchange.Operation.Should().BeNull();
        exchange.Outcome.Should().Be("404 M_UNRECOGNIZED");
    }
}
