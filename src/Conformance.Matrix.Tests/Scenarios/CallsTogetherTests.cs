using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

/// <summary>A scenario makes several calls at the same time, and each is recorded.</summary>
public sealed class CallsTogetherTests(EmbeddedTarget embedded) : IClassFixture<EmbeddedTarget>
{
    private const int Many = 40;

    [Fact]
    public async Task Calls_at_the_same_time_overlap_on_the_wire()
    {
        // A server that answers none before all are there.
        var arrived = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = FakeServer.StartAsync(async (_, stop) =>
        {
            if (Interlocked.Increment(ref arrived) == 2)
                all.SetResult();
            await all.Task.WaitAsync(stop);
            return FakeAnswer.Json(200, "{}");
        });
        await using var run = Bench.Run(Bench.Target(server.BaseUrl), keepAccounts: true);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());

        var exchanges = await Task.WhenAll(Call(world, "logout"), Call(world, "logout"));

        exchanges.Should().OnlyContain(exchange => exchange.Response!.Status == 200);
    }

    [Fact]
    public async Task Each_of_many_is_recorded_judged_and_marked()
    {
        await using var server = FakeServer.Start(_ =>
            FakeAnswer.Json(200, """{"user_id":"@alice:a","access_token":"secret-token-of-alice"}"""));
        await using var run = Bench.Run(Bench.Target(server.BaseUrl), keepAccounts: true);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var together = new SentTogether(3);

        await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => Call(world, "register", together))));

        world.Record.Exchanges.Should().HaveCount(Many).And.OnlyContain(exchange => exchange.Together == together);
        world.Record.Exchanges.Should().Contain(world.Last);
        world.Record.CallUnderWay.Should().BeNull();
        ReplayScript.For("x", world.Record.Exchanges, run.RunId, run.Redactor).Should().BeNull("curl sends one after the other");
    }

    [Fact]
    public async Task The_call_that_is_not_answered_is_told()
    {
        await using var server = FakeServer.StartAsync(async (request, stop) =>
        {
            if (request.Path.EndsWith("logout", StringComparison.Ordinal))
                await Task.Delay(Timeout.Infinite, stop);
            return FakeAnswer.Json(200, "{}");
        });
        await using var run = Bench.Run(Bench.Target(server.BaseUrl), keepAccounts: true);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        using var end = new CancellationTokenSource();
        var together = new SentTogether(1);

        var slow = Call(world, "logout", together, end.Token);
        await Call(world, "getDevices", together);

        world.Record.CallUnderWay.Should().Be("logout by anonymous");
        await end.CancelAsync();
        await slow.Invoking(call => call).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task The_request_that_completes_a_flow_is_kept_back()
    {
        await using var run = Bench.Run(embedded.Target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());

        var held = await world.Uia.HoldAsync(
            Bench.Call("register", ("password", "certainly-long-enough")), null, Caller.Anonymous, null, ExchangeRole.Subject, default);
        world.Record.Exchanges.Select(exchange => exchange.Outcome).Should().Equal("401 (a UIA challenge)");
        var one = await world.CallAsync(held.Request!, Caller.Anonymous, ExchangeRole.Subject, default);
        var other = await world.CallAsync(held.Request!, Caller.Anonymous, ExchangeRole.Subject, default);

        one.Outcome.Should().Be("200");
        other.Response!.Json!.Value.Text("user_id").Should().Be(one.Response!.Json!.Value.Text("user_id"));
    }

    [Fact]
    public async Task The_answer_to_a_stage_is_kept_back_and_the_flow_goes_on()
    {
        await using var run = Bench.Run(embedded.Target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var stage = StageType.RegistrationToken;

        var held = await world.Uia.HoldAsync(
            Bench.Call("register", ("password", "certainly-long-enough")), stage, Caller.Anonymous, null, ExchangeRole.Subject, default);
        var counted = await world.CallAsync(held.Request!, Caller.Anonymous, ExchangeRole.Subject, default);
        var registered = await world.Uia.GoOnAsync(held, counted, Caller.Anonymous, null, ExchangeRole.Subject, default);

        held.Request!.Auth!["type"]!.GetValue<string>().Should().Be(stage.Name);
        UiaChallenge.Read(counted.Response)!.Completed.Should().Equal(stage);
        registered.Outcome.Should().Be("200");
        (await world.Uia.GoOnAsync(held, registered, Caller.Anonymous, null, ExchangeRole.Subject, default)).Should().BeSameAs(registered);
    }

    [Fact]
    public async Task A_call_that_ends_before_keeps_nothing_back()
    {
        await using var run = Bench.Run(embedded.Target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());

        var held = await world.Uia.HoldAsync(
            Bench.Call("register", ("username", "not!legal"), ("password", "certainly-long-enough")),
            null, Caller.Anonymous, null, ExchangeRole.Subject, default);

        held.Request.Should().BeNull();
        held.Last.Outcome.Should().Be("400 M_INVALID_USERNAME");
    }

    private static Task<Exchange> Call(
        ScenarioWorld world, string operation, SentTogether? together = null, CancellationToken cancellationToken = default) =>
        world.CallAsync(
            Bench.Call(operation) with { Together = together }, Caller.Anonymous, ExchangeRole.Subject, cancellationToken);
}
