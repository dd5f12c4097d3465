using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>The suite's own requests are held against their schemas before they go out.</summary>
public sealed class RequestCheckTests
{
    [Fact]
    public async Task A_request_that_breaks_its_schema_is_the_suites_fault_and_never_goes_out() =>
        (await FailureOf(Bench.Call("deleteDevices", ("devices", "PHONE"))))
            .Should().StartWith("the suite's own request of deleteDevices breaks its schema at /devices: ")
            .And.EndWith("; correct the step's arguments, or mark the request as malformed on purpose.");

    [Fact]
    public async Task A_path_parameter_that_is_missing_is_named() =>
        (await FailureOf(Bench.Call("getDevice"))).Should().Be("getDevice needs the path parameter \"deviceId\"; give it in the step.");

    [Fact]
    public async Task A_required_query_parameter_that_is_missing_is_named() =>
        (await FailureOf(Bench.Call("checkUsernameAvailability")))
            .Should().Be("checkUsernameAvailability needs the query parameter \"username\"; give it in the step.");

    [Theory]
    [InlineData("register", "kind", "\"administrator\"", "the query parameter \"kind\": expected \"guest\" or \"user\", got another string")]
    [InlineData("getNotifications", "limit", "\"ten\"", "the query parameter \"limit\": expected integer, got string")]
    [InlineData("getNotifications", "limit", "1.5", "the query parameter \"limit\": expected integer, got number")]
    [InlineData("getNotifications", "limit", "\" 5\"", "the query parameter \"limit\": expected integer, got string")]
    [InlineData("getNotifications", "limit", "[1,2]", "the query parameter \"limit\": expected integer, got array")]
    [InlineData("sync", "full_state", "\"True\"", "the query parameter \"full_state\": expected boolean, got string")]
    [InlineData("getUserProfile", "userId", "\"alice\"", "the path parameter \"userId\": *")]
    public async Task A_parameter_that_breaks_its_schema_is_the_suites_fault_and_never_goes_out(
        string operation, string name, string value, string place) =>
        (await FailureOf(Bench.Call(operation, (name, JsonNode.Parse(value)))))
            .Should().Match($"the suite's own request of {operation} breaks its schema at {place}; correct the step's arguments, or mark the request as malformed on purpose.");

    [Fact]
    public async Task A_member_that_the_body_does_not_have_is_named() =>
        (await FailureOf(Bench.Call("deleteDevices", ("devices", new JsonArray("PHONE")), ("device", "PHONE"))))
            .Should().Be("the suite's own request of deleteDevices breaks its schema at /device: neither a parameter nor a member of the body has this name; correct the step's arguments, or mark the request as malformed on purpose.");

    [Fact]
    public async Task Parameters_that_keep_their_schemas_go_out()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        await SendAsync(Bench.Call("register", ("kind", "guest")));
        await SendAsync(Bench.Call("getNotifications", ("limit", 5), ("from", "5")));
        await SendAsync(Bench.Call("sync", ("full_state", true), ("timeout", "0")));
        await SendAsync(Bench.Call("joinRoom", ("roomIdOrAlias", "#a:example.org"), ("via", new JsonArray("example.org", "localhost"))));
        await SendAsync(Bench.Call("joinRoom", ("roomIdOrAlias", "!a:example.org"), ("via", "example.org")));
        await SendAsync(Bench.Call("register", ("type", "m.login.application_service"), ("username", "alice")));
        server.Requests.Should().HaveCount(6);

        Task<Exchange> SendAsync(OperationCall call) => client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);
    }

    [Fact]
    public async Task An_argument_that_has_nowhere_to_go_is_named() =>
        (await FailureOf(Bench.Call("getDevices", ("device", "PHONE"))))
            .Should().Be("getDevices takes no argument \"device\"; it takes none.");

    [Fact]
    public async Task An_object_cannot_go_into_a_path() =>
        (await FailureOf(Bench.Call("getDevice", ("deviceId", new JsonObject()))))
            .Should().Be(
                "the parameter \"deviceId\" of getDevice is neither text, number nor boolean; it cannot go into the URL or a header.");

    [Fact]
    public async Task Auth_needs_a_body() =>
        (await FailureOf(Bench.Call("getDevices") with { Auth = new JsonObject() }))
            .Should().Be("getDevices takes no body, so it takes no \"auth\"; call it without.");

    [Fact]
    public async Task A_raw_path_begins_with_a_slash()
    {
        using var client = Bench.Client(new Uri("http://localhost:1"));
        var send = () =>
            client.SendAsync(new RawCall { Method = "GET", PathAndQuery = "x" }, Caller.Anonymous, ExchangeRole.Subject, default);
        (await send.Should().ThrowAsync<SuiteErrorException>())
            .WithMessage("the path \"x\" of a raw request does not begin with a slash; give it from the root of the server.");
    }

    [Fact]
    public async Task A_secret_of_the_request_is_masked_in_the_error()
    {
        var redactor = new Conformance.Matrix.Redaction.Redactor();
        redactor.Learn("s3cret-password", Conformance.Matrix.Redaction.SecretKind.Password);
        using var client = Bench.Client(new Uri("http://localhost:1"), redactor);
        var send = () =>
            client.SendAsync(Bench.Call("deleteDevices", ("devices", "s3cret-password")), Caller.Anonymous, ExchangeRole.Subject, default);
        (await send.Should().ThrowAsync<SuiteErrorException>()).Which.Message.Should().NotContain("s3cret-password");
    }

    [Fact]
    public async Task A_deliberately_malformed_request_goes_out()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(400, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        await client.SendAsync(
            Bench.Call("deleteDevices", ("devices", "PHONE")) with { Malformed = true }, Caller.Anonymous, ExchangeRole.Subject, default);
        await client.SendAsync(
            Bench.Call("checkUsernameAvailability") with { Malformed = true }, Caller.Anonymous, ExchangeRole.Subject, default);
        await client.SendAsync(
            Bench.Call("getNotifications", ("limit", "ten")) with { Malformed = true }, Caller.Anonymous, ExchangeRole.Subject, default);
        await client.SendAsync(
            Bench.Call("deleteDevices") with { RawBody = "[]"u8.ToArray() }, Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Select(request => $"{request.Target} {request.Text}").Should().Equal(
            "/_matrix/client/v3/delete_devices {\"devices\":\"PHONE\"}",
            "/_matrix/client/v3/register/available ",
            "/_matrix/client/v3/notifications?limit=ten ",
            "/_matrix/client/v3/delete_devices []");
    }

    private static async Task<string> FailureOf(OperationCall call)
    {
        // Nothing listens there: a request that went out after all would give no exception.
        using var client = Bench.Client(new Uri("http://127.0.0.1:9"));
        var send = () => client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);
        return (await send.Should().ThrowAsync<SuiteErrorException>()).Which.Message;
    }
}
