using System.Text;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Verdicts;

/// <summary>Whatever a server answers, what a run keeps of it is bounded.</summary>
[Collection(Alone.Name)]
public sealed class KeptMemoryTests
{
    private const int Scenarios = 40;
    private const int Calls = 10;
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task An_error_of_megabytes_is_judged_whole_and_kept_in_kilobytes()
    {
        var body = $$"""{"error":"{{new string('x', 2 * Megabyte)}}","errcode":"M_NOT_FOUND","extra":5}""";
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(404, body));

        var (records, growth) = await RunAsync(server.BaseUrl);

        records.SelectMany(record => record.Exchanges).Select(exchange => exchange.Outcome).Should().AllBe("404 M_NOT_FOUND");
        records[0].Exchanges[0].Findings.Should().NotContain(finding => finding.Severity == FindingSeverity.Violation);
        growth.Should().BeLessThan(6 * Megabyte);
    }

    [Fact]
    public async Task Bodies_of_many_small_strings_are_let_go()
    {
        var devices = string.Join(',', Enumerable.Range(0, 9000).Select(number => $$"""{"device_id":"DEVICE{{number}}"}"""));
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, $$"""{"devices":[{{devices}}]}"""));

        var (records, growth) = await RunAsync(server.BaseUrl);

        records.SelectMany(record => record.Exchanges).Select(exchange => exchange.Outcome).Should().AllBe("200");
        Encoding.UTF8.GetString(records[0].Exchanges[0].Response!.Body.Span).Should().StartWith("""{"devices":[{"device_id":"DEVICE0"}""")
            .And.EndWith("characters in all)");
        growth.Should().BeLessThan(8 * Megabyte);
    }

    [Fact]
    public async Task A_scenario_that_goes_on_holds_its_newest_answers_only()
    {
        var text = string.Join(',', Enumerable.Repeat("\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"", 25_000));
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, $"[{text}]"));
        await using var run = Bench.Run(Of(server.BaseUrl));
        await using var world = new ScenarioWorld(run, new ScenarioRecord());

        for (var call = 0; call < 5; call++)
            await world.CallAsync(Bench.Call("getDevices"), Caller.Anonymous, ExchangeRole.Subject, default);

        world.Record.Exchanges.Select(exchange => exchange.Response!.Json is not null).Should().Equal(false, false, false, true, true);
    }

    [Fact]
    public async Task A_body_without_an_end_is_left()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, new string(' ', 2 * Megabyte)));
        using var client = Bench.Client(server.BaseUrl);

        var exchange = await client.SendAsync(Bench.Call("getDevices"), Caller.Anonymous, ExchangeRole.Subject, default);

        exchange.TransportFailure.Should().Be($"The answer of {server.BaseUrl.Authority} is larger than the suite reads.");
    }

    private static async Task<(List<ScenarioRecord> Records, long Growth)> RunAsync(Uri baseUrl)
    {
        await using var run = Bench.Run(Of(baseUrl));
        var records = new List<ScenarioRecord>();
        // What the first scenarios leave is mostly buffers that are used again.
        for (var number = 0; number < 10; number++)
            await PlayAsync(run);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 0; number < Scenarios; number++)
            records.Add(await PlayAsync(run));
        return (records, GC.GetTotalMemory(forceFullCollection: true) - before);
    }

    private static async Task<ScenarioRecord> PlayAsync(TestRun run)
    {
        var record = new ScenarioRecord();
        await using var world = new ScenarioWorld(run, record);
        for (var call = 0; call < Calls; call++)
            await world.CallAsync(Bench.Call("getDevices"), Caller.Anonymous, ExchangeRole.Subject, default);
        return record;
    }

    private static Target Of(Uri baseUrl) => new()
    {
        Name = "a hostile server",
        BaseUrl = baseUrl,
        ClaimedVersions = ["v1.19"],
        SpecVersion = new SpecVersion(1, 19),
        Offers = new HashSet<Need>(),
    };
}
