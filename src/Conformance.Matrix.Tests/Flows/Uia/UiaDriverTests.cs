using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Flows.Uia;

/// <summary>User-interactive authentication is always carried through step by step.</summary>
public sealed class UiaDriverTests
{
    private static readonly Actor Alice = new("Alice") { Account = new Account("@alice:example.org", "s3cret") };

    [Fact]
    public async Task The_first_request_has_no_auth_and_the_second_the_session_and_the_password()
    {
        var (exchange, bodies) = await RunAsync(new FakeUia(["m.login.password"]), Alice);
        exchange.Response!.Status.Should().Be(200);
        bodies.Should().Equal(
            "{}",
            """{"auth":{"type":"m.login.password","identifier":{"type":"m.id.user","user":"@alice:example.org"},"password":"s3cret","session":"uia-session-1"}}""");
    }

    [Fact]
    public async Task A_challenge_without_session_is_answered_without_one()
    {
        var (_, bodies) = await RunAsync(new FakeUia(["m.login.dummy"]) { HasSession = false }, null);
        bodies.Should().Equal("{}", """{"auth":{"type":"m.login.dummy"}}""");
    }

    [Fact]
    public async Task The_first_flow_that_can_be_completed_is_taken_stage_by_stage_in_order()
    {
        var (exchange, bodies) = await RunAsync(
            new FakeUia(["m.login.recaptcha", "m.login.dummy"], ["m.login.registration_token", "m.login.terms", "m.login.dummy"],
                ["m.login.dummy"]), null, "reg-token");
        exchange.Response!.Status.Should().Be(200);
        bodies.Select(body => (string?)JsonNode.Parse(body)!["auth"]?["type"])
            .Should().Equal(null, "m.login.registration_token", "m.login.terms", "m.login.dummy");
        bodies[1].Should().Be("""{"auth":{"type":"m.login.registration_token","token":"reg-token","session":"uia-session-1"}}""");
    }

    [Fact]
    public async Task A_call_that_is_not_challenged_is_done_at_once()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        var (exchange, _) = await RunAsync(server, Alice, null);
        exchange.Response!.Status.Should().Be(200);
        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_right_answer_that_is_refused_is_a_violation()
    {
        var run = () => RunAsync(new FakeUia(["m.login.password"]) { Accepts = _ => false }, Alice);
        var violation = (await run.Should().ThrowAsync<ViolationException>()).Which.Violation;
        violation.Expected.Should().Be("the stage m.login.password of deleteDevice is completed by the right answer");
        violation.Actual.Should().Be("401 M_FORBIDDEN");
        violation.Exchange!.Outcome.Should().Be("401 M_FORBIDDEN (a UIA challenge)");
    }

    [Fact]
    public async Task A_server_that_never_counts_a_stage_ends_after_two_requests_for_it()
    {
        await using var server = FakeServer.Start(request =>
            new FakeUia(["m.login.dummy"]) { NamesCompleted = false }.Answer(request, FakeAnswer.Json(200, "{}")));
        var run = () => RunAsync(server, null, null);
        (await run.Should().ThrowAsync<ViolationException>()).Which.Violation.Actual.Should().Be("401 with completed []");
        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task A_server_that_asks_on_after_every_stage_is_done_is_a_violation()
    {
        const string challenge = """{"session":"x","flows":[{"stages":["m.login.dummy"]}],"completed":["m.login.dummy"]}""";
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(401, challenge));
        var run = () => RunAsync(server, null, null);
        var violation = (await run.Should().ThrowAsync<ViolationException>()).Which.Violation;
        violation.Expected.Should().Be("deleteDevice is performed once every stage of a flow is completed");
        violation.Actual.Should().Be("another challenge, although [m.login.dummy] are completed and the flows are [m.login.dummy]");
    }

    [Fact]
    public async Task Where_no_flow_can_be_completed_the_offer_is_listed()
    {
        var run = () => RunAsync(new FakeUia(["m.login.sso"], ["m.login.recaptcha", "m.login.dummy"]), null);
        var unmet = await run.Should().ThrowAsync<UnmetNeedException>();
        unmet.Which.Need.Should().Be(Need.SsoProvider);
        unmet.WithMessage(
            "deleteDevice offers no flow that the suite can complete here: [m.login.sso], [m.login.recaptcha, m.login.dummy]; it can complete m.login.dummy, m.login.terms.");
    }

    [Fact]
    public async Task A_challenge_without_any_flow_is_a_violation()
    {
        var run = () => RunAsync(new FakeUia([]), null);
        (await run.Should().ThrowAsync<ViolationException>()).Which.Violation.Should().BeEquivalentTo(
            new { Expected = "deleteDevice offers a flow of at least one stage", Actual = "no flow" });
    }

    [Fact]
    public void The_flow_furthest_on_is_gone_on_with()
    {
        var challenge = new UiaChallenge
        {
            Flows = [[StageType.Dummy], [StageType.Terms, StageType.Dummy]],
            Completed = [StageType.Terms],
        };
        new UiaDriver(UiaDriver.StandardSolvers).Choose(challenge, new StageContext(null, Bench.Target(new Uri("http://localhost"))))!
            .Select(solver => solver.Stage).Should().Equal(StageType.Terms, StageType.Dummy);
    }

    [Theory]
    [InlineData(401, """{"flows":[]}""", true)]
    [InlineData(401, """{"flows":{}}""", false)]
    [InlineData(401, """{"errcode":"M_UNKNOWN_TOKEN"}""", false)]
    [InlineData(401, "[]", false)]
    [InlineData(200, """{"flows":[]}""", false)]
    public void A_challenge_is_a_401_with_flows(int status, string body, bool isChallenge)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(body);
        (UiaChallenge.Read(new RecordedResponse(status, [], bytes) { Json = ServerJson.Read(bytes) }) is not null)
            .Should().Be(isChallenge);
    }

    [Fact]
    public void A_challenge_is_read_leniently()
    {
        using var body =
            JsonDocument.Parse("""{"session":5,"flows":[{"stages":["a",1,"b"]},{},"x"],"completed":"a","params":[],"errcode":"M_X"}""");
        var challenge = UiaChallenge.Read(new RecordedResponse(401, [], default) { Json = body.RootElement.Clone() })!;
        challenge.Session.Should().BeNull();
        challenge.DescribeFlows().Should().Be("[a, b], [], []");
        challenge.Completed.Should().BeEmpty();
        challenge.Params.Should().BeNull();
        challenge.ErrorCode.Should().Be("M_X");
    }

    private static async Task<(Exchange Exchange, IReadOnlyList<string> Bodies)> RunAsync(
        FakeUia uia, Actor? owner, string? registrationToken = null)
    {
        await using var server = FakeServer.Start(request => uia.Answer(request, FakeAnswer.Json(200, "{}")));
        return await RunAsync(server, owner, registrationToken);
    }

    private static async Task<(Exchange Exchange, IReadOnlyList<string> Bodies)> RunAsync(
        FakeServer server, Actor? owner, string? registrationToken)
    {
        using var client = Bench.Client(server.BaseUrl);
        var context = new StageContext(owner, Bench.Target(server.BaseUrl) with { RegistrationToken = registrationToken });
        var exchange = await new UiaDriver(UiaDriver.StandardSolvers).RunAsync(
            Bench.Call("deleteDevice", ("deviceId", "X")), (call, token) =>
                client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, token), context, default);
        return (exchange, [.. server.Requests.Select(request => request.Text)]);
    }
}
