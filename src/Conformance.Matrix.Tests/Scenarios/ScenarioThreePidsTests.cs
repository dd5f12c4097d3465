using System.Text.Json.Nodes;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

/// <summary>The validation sessions of a scenario, on the embedded homeserver with its companions.</summary>
public sealed class ScenarioThreePidsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly EmbeddedSource _source = new(new EmbeddedHomeserverOptions());
    private IHomeserver _homeserver = null!;
    private TestRun _run = null!;
    private ScenarioWorld _world = null!;

    public async Task InitializeAsync()
    {
        _homeserver = _source.Profiles[0].Create();
        _run = Bench.Run(await _homeserver.StartAsync(default));
        _world = new ScenarioWorld(_run, new ScenarioRecord());
    }

    public async ValueTask DisposeAsync()
    {
        await _world.DisposeAsync();
        await _run.DisposeAsync();
        await _homeserver.DisposeAsync();
        await _source.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_code_may_be_handed_in_wrongly_and_then_rightly()
    {
        var number = _world.Fresh.ThreePid(Medium.Phone).Address;
        await CallAsync(
            "requestTokenToRegisterMSISDN", ("client_secret", "s"), ("country", "FR"), ("phone_number", $"+{number}"), ("send_attempt", 1));

        (await _world.ThreePids.MisconfirmAsync(
            number, wrongToken: true, wrongSecret: false, ExchangeRole.Subject, default))!.Outcome.Should().Be("400 M_TOKEN_INCORRECT");
        (await _world.ThreePids.MisconfirmAsync(
            number, wrongToken: false, wrongSecret: true, ExchangeRole.Subject, default))!.Outcome.Should().Be("400 M_INVALID_PARAM");
        await _world.ThreePids.ConfirmAsync(number, ExchangeRole.Subject, default);
        _world.Last.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_code_that_was_never_sent_cannot_be_handed_in()
    {
        var act = () =>
            _world.ThreePids.MisconfirmAsync("33199001234", wrongToken: true, wrongSecret: false, ExchangeRole.Subject, default);

        (await act.Should().ThrowAsync<SuiteErrorException>()).WithMessage(
            "the feature submits a wrong code for 33199001234, to which no text message was sent; ask for a text message to a telephone number first.");
    }

    [Theory]
    [InlineData(200, "{}", "200 without a sid that is a string")]
    [InlineData(200, """{"sid":1}""", "200 without a sid that is a string")]
    [InlineData(201, """{"sid":"s"}""", "201")]
    [InlineData(403, """{"errcode":"M_FORBIDDEN","error":"no"}""", "403 M_FORBIDDEN")]
    public async Task A_request_that_began_no_session_is_the_servers_fault(int status, string body, string seen)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(status, body));
        await using var run = Bench.Run(Bench.Target(server.BaseUrl));
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var call = Bench.Call("requestTokenToRegisterMSISDN", ("client_secret", "s"), ("country", "FR"),
            ("phone_number", "+33199001234"), ("send_attempt", 1));
        await world.CallAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);

        Func<Task>[] goingOn =
        [
            () => world.ThreePids.ConfirmAsync("33199001234", ExchangeRole.Subject, default),
            () => world.ThreePids.MisconfirmAsync("33199001234", true, false, ExchangeRole.Subject, default),
            () => Task.FromResult(world.ThreePids.Last),
        ];

        foreach (var step in goingOn)
        {
            var violation = (await step.Should().ThrowAsync<ViolationException>()).Which.Violation;
            violation.Expected.Should().Be("set-up: requestTokenToRegisterMSISDN should give 200 with a sid");
            violation.Actual.Should().Be(seen);
        }
    }

    [Fact]
    public async Task What_is_asked_of_the_identity_server_is_counted_for_each_user()
    {
        var server = _run.Target.Companions.IdentityServer!;
        var (alice, bob) = (_world.Actor("Alice"), _world.Actor("Bob"));
        var caller = Caller.Of(alice, await _world.Accounts.RegisterAsync(alice, "PHONE", refreshToken: false, default));
        await _world.Accounts.RegisterAsync(bob, "DESKTOP", refreshToken: false, default);
        var use = new IdentityServerUse(server, _world);
        var session = use.SessionOf(alice);
        var call = Bench.Call(
            "bind3PID", ("id_server", use.Name), ("id_access_token", use.TokenOf(alice)), ("sid", session.Id),
                ("client_secret", session.ClientSecret));

        (await _world.CallAsync(call, caller, ExchangeRole.Subject, default)).Outcome.Should().Be("200");

        (await _world.ThreePids.CountAsync($"{use.Name}/3pid/bind for {alice.Account!.UserId}", 1, default)).Should().Be(1);
        (await _world.ThreePids.CountAsync($"{use.Name}/3pid/bind for {bob.Account!.UserId}", 0, default)).Should().Be(0);
        (await _world.ThreePids.CountAsync($"{use.Name}/3pid/unbind for {alice.Account.UserId}", 0, default)).Should().Be(0);
        use.SessionOf(alice).Should().BeSameAs(session);
        use.TokenOf(_world.Actor("Nobody")).Should().BeNull();
    }

    [Fact]
    public async Task A_reset_without_access_token_is_known_to_be_its_owners()
    {
        var alice = _world.Actor("Alice");
        await _world.Accounts.RegisterAsync(alice, "PHONE", refreshToken: false, default);
        var first = alice.Account!.Password;
        var address = _world.ThreePids.Of(alice, Medium.Email).Address;
        await _world.ThreePids.AddAsync(alice, address, default);
        await CallAsync("requestTokenToResetPasswordEmail", ("client_secret", "s"), ("email", address), ("send_attempt", 1));
        await _world.ThreePids.ConfirmAsync(address, ExchangeRole.SetUp, default);
        await CallAsync("changePassword", ("new_password", "another one"));
        var auth = new JsonObject { ["type"] = "m.login.email.identity", ["threepid_creds"] = _world.ThreePids.Last!.Credentials() };

        (await _world.Uia.AnswerAsync(auth, Caller.Anonymous, ExchangeRole.Subject, default)).Outcome.Should().Be("200");

        alice.Account!.Password.Should().Be("another one");
        alice.FirstPassword.Should().Be(first);
    }

    private Task<Exchange> CallAsync(string operationId, params (string Name, JsonNode? Value)[] arguments) =>
        _world.CallAsync(Bench.Call(operationId, arguments), Caller.Anonymous, ExchangeRole.Subject, default);
}
