using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Uia;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Tests.Flows.Uia;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

/// <summary>The world of a scenario, on the embedded homeserver and on servers that misbehave.</summary>
public sealed class ScenarioWorldTests(EmbeddedTarget embedded) : IClassFixture<EmbeddedTarget>
{
    // As if the server lived on.
    private readonly Target _target = embedded.Target with { IsThrownAway = false };

    [Fact]
    public async Task An_actor_registers_in_two_steps_and_logs_in_on_more_devices()
    {
        await using var run = Bench.Run(_target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var alice = world.Actor("Alice");
        var phone = await world.Accounts.RegisterAsync(alice, "PHONE", refreshToken: true, default);
        var laptop = await world.Accounts.LogInAsync(alice, "LAPTOP", "Work", refreshToken: false, default);
        world.Record.Exchanges.Select(exchange => $"{exchange.Operation!.Id} {exchange.Outcome} {exchange.Role}").Should().Equal(
            "register 401 (a UIA challenge) SetUp", "register 200 SetUp", "login 200 SetUp");
        world.Record.Exchanges.SelectMany(exchange => exchange.Findings).Should().BeEmpty();
        alice.Sessions.Keys.Should().Equal("PHONE", "LAPTOP");
        alice.Account!.Localpart.Should().StartWith(run.RunId);
        phone.RefreshToken.Should().NotBeNull();
        laptop.RefreshToken.Should().BeNull();
        world.Actor("Alice").Should().BeSameAs(alice);
    }

    [Fact]
    public async Task The_subjects_calls_are_the_last_ones_and_their_challenge_is_followed()
    {
        await using var run = Bench.Run(_target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var alice = world.Actor("Alice");
        var caller = Caller.Of(alice, await world.Accounts.RegisterAsync(alice, "PHONE", false, default));
        await world.Accounts.LogInAsync(alice, "LAPTOP", null, false, default);
        world.Invoking(other => other.Last).Should().Throw<SuiteErrorException>()
            .WithMessage("the scenario looks at a response before making a call; put a When step first.");
        world.Uia.Attempt.Should().BeNull();
        await world.CallAsync(Bench.Call("deleteDevice", ("deviceId", "LAPTOP")), caller, ExchangeRole.Subject, default);
        world.Last.Outcome.Should().Be("401 (a UIA challenge)");
        var first = world.Uia.Attempt!.First;
        await world.Uia.AnswerAsync(
            PasswordStage.Answer(alice.Account!, "certainly wrong"), world.Uia.Attempt.Caller, ExchangeRole.Subject, default);
        world.Last.Outcome.Should().Be("401 M_FORBIDDEN (a UIA challenge)");
        world.Uia.Attempt.First.Should().BeSameAs(first);
        world.Uia.Attempt.Latest.ErrorCode.Should().Be("M_FORBIDDEN");
        await world.CallAsync(Bench.Call("getDevices"), caller, ExchangeRole.Observation, default);
        world.Last.Outcome.Should().Be("401 M_FORBIDDEN (a UIA challenge)");
        var done = await world.Uia.CompleteAsync(caller, alice, ExchangeRole.Subject, default);
        done.Should().BeSameAs(world.Last);
        done.Outcome.Should().Be("200");
        run.Responses.Entries.Single(entry => entry is { OperationId: "deleteDevice", Status: 401 }).Count.Should().Be(2);
    }

    [Fact]
    public async Task What_a_scenario_made_is_removed()
    {
        await using var run = Bench.Run(_target);
        var record = new ScenarioRecord();
        var world = new ScenarioWorld(run, record);
        var (alice, bob) = (world.Actor("Alice"), world.Actor("Bob"));
        await world.Accounts.RegisterAsync(alice, "PHONE", false, default);
        var phone = await world.Accounts.RegisterAsync(bob, "PHONE", false, default);
        await world.CallAsync(Bench.Call("logout"), Caller.Of(bob, phone), ExchangeRole.Subject, default);
        await world.DisposeAsync();
        await world.DisposeAsync();
        run.CleanUpFailures.Should().Be(0);
        record.Exchanges.Where(exchange => exchange.Role == ExchangeRole.CleanUp)
            .Select(exchange => $"{exchange.Operation!.Id} {exchange.Outcome}").Should().Equal(
            "deactivateAccount 401 (a UIA challenge)", "deactivateAccount 200",
            "deactivateAccount 401 M_UNKNOWN_TOKEN", "login 200", "deactivateAccount 401 (a UIA challenge)", "deactivateAccount 200");
        await using var other = new ScenarioWorld(run, new ScenarioRecord());
        other.Actor("Alice").Account = alice.Account;
        var login = () => other.Accounts.LogInAsync(other.Actor("Alice"), null, null, false, default);
        (await login.Should().ThrowAsync<ViolationException>()).Which.Violation.Expected.Should().Be("set-up: login should give 200");
    }

    [Theory]
    [InlineData("guest", 0)]
    [InlineData("user", 1)]
    [InlineData(null, 1)]
    public async Task Only_a_guest_that_may_neither_be_deactivated_nor_log_out_is_as_good_as_removed(string? kind, int failures)
    {
        await using var server = FakeServer.Start(request => request.Target.Contains("/register", StringComparison.Ordinal)
            ? FakeAnswer.Json(200, """{"user_id":"@a:b","access_token":"token-1","device_id":"D"}""")
            : FakeAnswer.Json(403, """{"errcode":"M_GUEST_ACCESS_FORBIDDEN","error":"no"}"""));
        await using var run = Bench.Run(Bench.Target(server.BaseUrl));
        await using (var world = new ScenarioWorld(run, new ScenarioRecord()))
        {
            var call = kind is null ? Bench.Call("register") : Bench.Call("register", ("kind", kind));
            await world.CallAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);
        }

        run.CleanUpFailures.Should().Be(failures);
        server.Requests.Select(request => request.Target.Split('/')[^1]).Skip(1).Should().Equal("deactivate", "all");
    }

    [Fact]
    public async Task Accounts_are_kept_on_request()
    {
        await using var run = Bench.Run(_target, keepAccounts: true);
        var record = new ScenarioRecord();
        await using (var world = new ScenarioWorld(run, record))
            await world.Accounts.RegisterAsync(world.Actor("Alice"), null, false, default);
        record.Exchanges.Should().NotContain(exchange => exchange.Role == ExchangeRole.CleanUp);
    }

    [Fact]
    public async Task What_a_scenario_made_on_a_server_that_is_thrown_away_is_left()
    {
        await using var run = Bench.Run(_target with { IsThrownAway = true });
        var record = new ScenarioRecord();
        await using (var world = new ScenarioWorld(run, record))
            await world.Accounts.RegisterAsync(world.Actor("Alice"), null, false, default);
        record.Exchanges.Should().NotContain(exchange => exchange.Role == ExchangeRole.CleanUp);
        run.CleanUpFailures.Should().Be(0);
    }

    [Fact]
    public async Task A_lent_account_is_given_back_as_it_was_even_to_a_server_that_is_thrown_away()
    {
        var account = await MakeAccountAsync("OLD");
        await using var run = Bench.Run(_target with { IsThrownAway = true, ReadyAccounts = [account] });
        await using (var world = new ScenarioWorld(run, new ScenarioRecord()))
            await world.Accounts.RegisterAsync(world.Actor("Alice"), "PHONE", false, default);
        run.CleanUpFailures.Should().Be(0);
        await using var next = new ScenarioWorld(run, new ScenarioRecord());
        await next.Accounts.RegisterAsync(next.Actor("Bob"), "TABLET", false, default);
        next.Actor("Bob").EarlierDevices.Should().Equal("OLD");
    }

    [Fact]
    public async Task A_changed_password_is_followed()
    {
        await using var run = Bench.Run(_target with { ReadyAccounts = [await MakeAccountAsync()] });
        var record = new ScenarioRecord();
        await using (var world = new ScenarioWorld(run, record))
        {
            var alice = world.Actor("Alice");
            var caller = Caller.Of(alice, await world.Accounts.RegisterAsync(alice, "PHONE", false, default));
            if (!Bench.Specification.TryGetOperation("changePassword", out _))
                return;
            var change = await world.Uia.CallAsync(
                Bench.Call("changePassword", ("new_password", "another-Passw0rd")), caller, alice, ExchangeRole.Subject, default);
            if (change.Response!.Status == 200)
                alice.Account!.Password.Should().Be("another-Passw0rd");
        }

        run.CleanUpFailures.Should().Be(0);
    }

    [Fact]
    public async Task A_ready_account_is_lent_with_its_earlier_devices_and_given_back_without_new_ones()
    {
        var account = await MakeAccountAsync("OLD");
        await using var run = Bench.Run(_target with { ReadyAccounts = [account] });
        var record = new ScenarioRecord();
        await using (var world = new ScenarioWorld(run, record))
        {
            var alice = world.Actor("Alice");
            await world.Accounts.RegisterAsync(alice, "PHONE", false, default);
            await world.Accounts.LogInAsync(alice, "LAPTOP", null, false, default);
            alice.Account.Should().Be(account);
            alice.EarlierDevices.Should().Equal("OLD");
            var more = () => world.Accounts.RegisterAsync(world.Actor("Bob"), null, false, default);
            (await more.Should().ThrowAsync<UnmetNeedException>()).WithMessage("the scenario needs 2 accounts and 1 is given.");
        }

        run.CleanUpFailures.Should().Be(0);
        await using var next = new ScenarioWorld(run, new ScenarioRecord());
        await next.Accounts.RegisterAsync(next.Actor("Carol"), "TABLET", false, default);
        next.Actor("Carol").EarlierDevices.Should().Equal("OLD");
    }

    [Fact]
    public async Task Each_flow_is_completed_in_a_session_and_with_a_user_of_its_own()
    {
        await using var run = Bench.Run(_target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var results = await EachFlowAsync(null);
        results.Should().HaveCount(2).And.OnlyContain(outcome => outcome.Exchange!.Response!.Status == 200);
        results.Select(outcome => outcome.Exchange!.Response!.Json!.Value.GetProperty("user_id").GetString())
            .Should().OnlyHaveUniqueItems();
        (await EachFlowAsync(StageType.Dummy)).Should().ContainSingle().Which.Exchange!.Response!.Status.Should().Be(200);
        await FluentActions.Awaiting(() => EachFlowAsync(StageType.EmailIdentity)).Should().ThrowAsync<UnmetNeedException>();

        Task<IReadOnlyList<FlowOutcome>> EachFlowAsync(StageType? with) =>
            world.Uia.CompleteEachFlowAsync(Bench.Call("register"), with, Caller.Anonymous, null, ExchangeRole.Subject, default);
    }

    [Fact]
    public async Task A_flow_that_is_refused_keeps_no_other_from_being_tried()
    {
        var uia = new FakeUia(["m.login.terms"], ["m.login.dummy"]) { Accepts = auth => auth["type"]?.GetValue<string>() != "m.login.terms" };
        await using var server = FakeServer.Start(request => uia.Answer(request, FakeAnswer.Json(200, "{}")));
        await using var run = Bench.Run(Bench.Target(server.BaseUrl), cleanUp: TimeSpan.FromSeconds(1));
        await using var world = new ScenarioWorld(run, new ScenarioRecord());

        var outcomes = await world.Uia.CompleteEachFlowAsync(
            Bench.Call("deleteDevice", ("deviceId", "A")), null, Caller.Anonymous, null, ExchangeRole.Subject, default);

        outcomes.Select(outcome => (outcome.Name, outcome.Exchange!.Response!.Status, outcome.Violation?.Actual)).Should()
            .Equal(("m.login.terms", 401, "401 M_FORBIDDEN"), ("m.login.dummy", 200, null));
    }

    [Fact]
    public async Task A_user_of_the_application_service_has_no_session()
    {
        await using var run = Bench.Run(_target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        await world.Accounts.RegisterForApplicationServiceAsync(world.Actor("Alice"), default);
        world.Actor("Alice").Account!.Localpart.Should().StartWith(_target.ApplicationServiceUserPrefix);
        world.Actor("Alice").Sessions.Should().BeEmpty();
    }

    [Fact]
    public async Task No_secret_is_in_any_output()
    {
        await using var run = Bench.Run(_target);
        var record = new ScenarioRecord();
        var secrets = new List<string>();
        await using (var world = new ScenarioWorld(run, record))
        {
            var alice = world.Actor("Alice");
            var phone = await world.Accounts.RegisterAsync(alice, "PHONE", true, default);
            await world.Accounts.LogInAsync(alice, "LAPTOP", null, true, default);
            await world.CallAsync(
                Bench.Call("getTokenOwner") with { TokenInQuery = true }, Caller.Of(alice, phone), ExchangeRole.Subject, default);
            await world.CallAsync(
                Bench.Call("deleteDevice", ("deviceId", "LAPTOP")), Caller.Of(alice, phone), ExchangeRole.Subject, default);
            secrets.AddRange(
                [alice.Account!.Password, phone.AccessToken, phone.RefreshToken!, world.Uia.Attempt!.Session!,
                    alice.Sessions["LAPTOP"].AccessToken]);
            await world.Uia.CompleteAsync(Caller.Of(alice, phone), alice, ExchangeRole.Subject, default);
        }

        var output = string.Join('\n', record.Exchanges.SelectMany(exchange => new[]
        {
            Conformance.Matrix.Redaction.CurlCommand.For(exchange.Request, run.Redactor),
            run.Redactor.Url(exchange.Request.Url),
            run.Redactor.Body(exchange.Request.Body),
            run.Redactor.Body(exchange.Response!.Body),
            string.Join('\n', exchange.Request.Headers.Select(header => run.Redactor.Header(header.Key, header.Value))),
            string.Join('\n', exchange.Findings),
            exchange.Caller,
            exchange.Outcome,
        }));
        output.Should().Contain("$TOKEN").And.Contain("<password>").And.Contain("<session>");
        foreach (var secret in secrets)
            output.Should().NotContain(secret);
    }

    [Theory]
    [InlineData(403, """{"errcode":"M_FORBIDDEN","error":"no"}""", "set-up: register should give 200", "403 M_FORBIDDEN")]
    [InlineData(
        200, """{"user_id":"@a:b","access_token":"x"}""", "set-up: register should give the string device_id", "200 without device_id")]
    [InlineData(200, """{"user_id":"alice","access_token":"x","device_id":"y"}""",
        "set-up: register should give a user_id of the form @localpart:server", "\"alice\"")]
    public async Task A_server_that_fails_the_set_up_violates_the_specification(int status, string body, string expected, string actual)
    {
        var uia = new FakeUia(["m.login.dummy"]);
        await using var server = FakeServer.Start(request => uia.Answer(request, FakeAnswer.Json(status, body)));
        await using var run = Bench.Run(Bench.Target(server.BaseUrl), cleanUp: TimeSpan.FromSeconds(1));
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var register = () => world.Accounts.RegisterAsync(world.Actor("Alice"), null, false, default);
        var violation = (await register.Should().ThrowAsync<ViolationException>()).Which.Violation;
        (violation.Expected, violation.Actual).Should().Be((expected, actual));
    }

    [Fact]
    public async Task A_server_that_goes_away_fails_no_clean_up_with_an_exception()
    {
        var uia = new FakeUia(["m.login.dummy"]);
        var gone = false;
        await using var server = FakeServer.StartAsync(async (request, stop) =>
        {
            if (gone)
                await Task.Delay(Timeout.Infinite, stop);
            return uia.Answer(request, FakeAnswer.Json(200, """{"user_id":"@a:b","access_token":"token-1","device_id":"D"}"""));
        });
        await using var run = Bench.Run(Bench.Target(server.BaseUrl), cleanUp: TimeSpan.FromMilliseconds(300));
        var world = new ScenarioWorld(run, new ScenarioRecord());
        await world.Accounts.RegisterAsync(world.Actor("Alice"), null, false, default);
        gone = true;
        await world.DisposeAsync();
        run.CleanUpFailures.Should().Be(1);
    }

    [Fact]
    public async Task A_call_that_the_scenario_gives_up_is_under_way()
    {
        await using var server = FakeServer.StartAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return FakeAnswer.Json(200, "{}");
        });
        await using var run = Bench.Run(Bench.Target(server.BaseUrl));
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        using var time = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var call = () => world.CallAsync(Bench.Call("getDevices"), new Caller("Alice on \"PHONE\"", "t"), ExchangeRole.Subject, time.Token);
        await call.Should().ThrowAsync<OperationCanceledException>();
        await world.DisposeAsync();
        world.Record.CallUnderWay.Should().Be("getDevices by Alice on \"PHONE\"");
    }

    [Fact]
    public async Task The_answers_to_a_challenge_say_what_session_they_mean()
    {
        var uia = new FakeUia(["m.login.terms", "m.login.dummy"]);
        await using var server = FakeServer.Start(request => uia.Answer(request, FakeAnswer.Json(200, "{}")));
        await using var run = Bench.Run(Bench.Target(server.BaseUrl));
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var none = () => world.Uia.AnswerAsync([], Caller.Anonymous, ExchangeRole.Subject, default);
        (await none.Should().ThrowAsync<SuiteErrorException>())
            .WithMessage("the scenario answers a UIA challenge, and there has been none; call the operation first.");
        await world.CallAsync(Bench.Call("deleteDevice", ("deviceId", "X")), Caller.Anonymous, ExchangeRole.Subject, default);
        await world.Uia.AnswerAsync([], Caller.Anonymous, ExchangeRole.Subject, default);
        await world.Uia.AnswerAsync(new JsonObject { ["session"] = null, ["type"] = "x" }, Caller.Anonymous, ExchangeRole.Subject, default);
        await world.Uia.AnswerAsync(new JsonObject { ["session"] = "made-up" }, Caller.Anonymous, ExchangeRole.Subject, default);
        server.Requests.Select(request => request.Text).Should().Equal(
            "{}", """{"auth":{"session":"uia-session-1"}}""", """{"auth":{"type":"x"}}""", """{"auth":{"session":"made-up"}}""");
    }

    /// <summary>An account which is there before the run, with one device.</summary>
    private async Task<Account> MakeAccountAsync(string deviceId = "EARLIER")
    {
        await using var run = Bench.Run(_target, keepAccounts: true);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        await world.Accounts.RegisterAsync(world.Actor("Ready"), deviceId, false, default);
        return world.Actor("Ready").Account!;
    }
}
