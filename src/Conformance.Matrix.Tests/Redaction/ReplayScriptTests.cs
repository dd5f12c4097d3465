using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Redaction;

/// <summary>A script makes the requests of a scenario again, and says whether the server still answers so.</summary>
public sealed class ReplayScriptTests(EmbeddedTarget embedded) : IClassFixture<EmbeddedTarget>
{
    [SkippableFact]
    public async Task It_ends_well_where_the_server_still_answers_so()
    {
        await using var run = Bench.Run(embedded.Target);
        var exchanges = await ScenarioAsync(run);
        var script = ReplayScript.For("Alice's device's deletion", exchanges, run.RunId, run.Redactor)!;

        (await RunAsync(script)).Should().Be((0, ""), script);
        (await RunAsync(script)).Should().Be((0, ""), "it makes accounts of its own each time");
    }

    [SkippableFact]
    public async Task It_ends_badly_where_the_server_answers_otherwise()
    {
        await using var run = Bench.Run(embedded.Target);
        var exchanges = (await ScenarioAsync(run)).ToList();
        var last = exchanges[^1];
        exchanges[^1] = last with { Response = last.Response! with { Status = 200 } };

        (await RunAsync(ReplayScript.For("x", exchanges, run.RunId, run.Redactor)!)).Exit.Should().Be(1);
    }

    [Fact]
    public async Task It_has_no_secrets_and_no_names_of_the_run()
    {
        await using var run = Bench.Run(embedded.Target);
        var exchanges = await ScenarioAsync(run);
        var script = ReplayScript.For("it's\n$(date) `id`", exchanges, run.RunId, run.Redactor)!;

        run.Redactor.Knows(script).Should().BeFalse();
        script.Should().NotContain(run.RunId);
        script.Should().Contain("# it's $(date) `id`\n");
    }

    [Fact]
    public async Task What_nobody_but_the_user_can_give_is_to_be_set_first()
    {
        await using var run = Bench.Run(embedded.Target);
        const string Token = "token-of-the-service";
        run.Redactor.Learn(Token, SecretKind.ServiceToken);
        var record = new ScenarioRecord();
        await using var world = new ScenarioWorld(run, record);
        await world.CallAsync(Bench.Call("getTokenOwner"), new Caller("the service", Token), ExchangeRole.Subject, default);

        ReplayScript.For("x", record.Exchanges, run.RunId, run.Redactor).Should()
            .Contain(": \"${AS_TOKEN:?is to be set first}\"\n").And.Contain("-H 'Authorization: Bearer '\"$AS_TOKEN\"");
    }

    [Fact]
    public void There_is_none_where_a_browser_walks_through_pages()
    {
        var page = Bench.Exchange(null, 200, "<html>", path: "/_synapse/page");

        ReplayScript.For("x", [page], "run", new Redactor()).Should().BeNull();
        ReplayScript.For("x", [], "run", new Redactor()).Should().BeNull();
    }

    // Registers, deletes a device with authentication, sends what is no text, and looks with the token that has ended.
    private static async Task<IReadOnlyList<Exchange>> ScenarioAsync(TestRun run)
    {
        var record = new ScenarioRecord();
        await using var world = new ScenarioWorld(run, record);
        var alice = world.Actor("Alice");
        var phone = await world.Accounts.RegisterAsync(alice, "PHONE", false, default);
        var caller = Caller.Of(alice, phone);
        await world.CallAsync(
            Bench.Call("updateDevice", ("deviceId", "PHONE"), ("display_name", "it's a \"phone\" $HOME %s 🙂")), caller, ExchangeRole.Subject, default);
        await world.CallAsync(
            Bench.Call("updateDevice", ("deviceId", "PHONE")) with { RawBody = new byte[] { 0x7b, 0x22, 0xff, 0x00, 0x25 } },
            caller, ExchangeRole.Subject, default);
        await world.Uia.CallAsync(Bench.Call("deleteDevices", ("devices", new JsonArray("PHONE"))), caller, alice, ExchangeRole.Subject, default);
        var last = await world.CallAsync(Bench.Call("getTokenOwner"), caller, ExchangeRole.Observation, default);
        last.Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        return [.. record.Exchanges.Where(exchange => exchange.Role is not ExchangeRole.CleanUp)];
    }

    private static async Task<(int Exit, string Error)> RunAsync(string script)
    {
        Skip.If(PosixShell.WhyNot is not null, PosixShell.WhyNot);
        using var folder = new TemporaryFolder();
        var file = folder.Path + "/repeat.sh";
        await File.WriteAllTextAsync(file, script);
        var (exit, output, error) = await PosixShell.RunAsync(file);
        return (exit, exit == 0 ? error : error + output);
    }
}
