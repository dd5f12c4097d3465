using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

/// <summary>Sessions and tokens of every kind that the embedded homeserver has by itself.</summary>
public sealed class ScenarioSessionsTests(EmbeddedTarget embedded) : IClassFixture<EmbeddedTarget>
{
    public static TheoryData<string> Kinds =>
    [
        .. SessionKind.All.Except([SessionKind.SingleSignOn, SessionKind.Service]).Select(kind => kind.Name),
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_session_of_a_kind_is_on_its_device_beside_another(string name)
    {
        var kind = SessionKind.Find(name)!;
        await using var run = Bench.Run(embedded.Target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var alice = world.Actor("Alice");

        await world.Sessions.BeginAsync(kind, alice, "LAPTOP", "PHONE", default);

        alice.Sessions.Keys.Should().BeEquivalentTo("LAPTOP", "PHONE");
        alice.Sessions["LAPTOP"].RefreshToken.Should().Match(token => (token != null) == kind.HasRefreshToken);
        alice.Sessions["LAPTOP"].AccessTokens.Should().HaveCount(kind == SessionKind.Refreshed ? 2 : 1);
        world.Record.Exchanges.Should().OnlyContain(exchange => exchange.Role == ExchangeRole.SetUp);
        foreach (var session in alice.Sessions.Values)
        {
            var owner = await world.CallAsync(
                Bench.Call(Operations.GetTokenOwner), Caller.Of(alice, session), ExchangeRole.Observation, default);
            owner.Response!.Json!.Value.Text("device_id").Should().Be(session.DeviceId);
        }
    }

    [Fact]
    public async Task A_session_of_a_kind_is_the_first_of_its_account()
    {
        await using var run = Bench.Run(embedded.Target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var alice = world.Actor("Alice");
        await world.Accounts.RegisterAsync(alice, "PHONE", refreshToken: false, default);

        var act = () => world.Sessions.BeginAsync(SessionKind.Password, alice, "LAPTOP", null, default);

        await act.Should().ThrowAsync<SuiteErrorException>()
            .WithMessage("Alice already has an account; let the session be the account's first.");
    }

    [Fact]
    public async Task Tokens_of_different_kinds_are_different_tokens()
    {
        await using var run = Bench.Run(embedded.Target);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        var alice = world.Actor("Alice");
        await world.Accounts.RegisterAsync(alice, "PHONE", refreshToken: false, default);

        List<string> tokens = [];
        foreach (var kind in TokenKind.All.Except([TokenKind.Validation, TokenKind.Service]))
            tokens.Add(await world.Tokens.GetAsync(kind, alice, default));

        tokens.Should().OnlyHaveUniqueItems().And.NotContainNulls();
    }
}
