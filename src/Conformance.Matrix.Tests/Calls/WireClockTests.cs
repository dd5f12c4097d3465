using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>The time of an exchange is the server's, not that of the suite's own queue.</summary>
[Collection(Alone.Name)]
public sealed class WireClockTests
{
    private static readonly TimeSpan Answer = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task A_wait_for_a_connection_is_not_the_servers_time()
    {
        await using var server = FakeServer.StartAsync(async (_, stop) =>
        {
            await Task.Delay(Answer, stop);
            return FakeAnswer.Json(200, "{}");
        });
        using var client = Client(server.BaseUrl, connections: 1);

        var exchanges = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CallAsync(client)));

        (exchanges.Max(exchange => exchange.EndedAt) - exchanges.Min(exchange => exchange.EndedAt)).Should().BeGreaterThan(2.5 * Answer);
        exchanges.Select(exchange => exchange.Duration).Should()
            .OnlyContain(time => time > 0.9 * Answer && time < 1.9 * Answer);
    }

    [Fact]
    public async Task The_time_ends_with_the_last_byte_and_the_clock_agrees()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Client(server.BaseUrl, connections: 4);

        var before = TimeProvider.System.GetUtcNow();
        var exchange = await CallAsync(client);

        exchange.Duration.Should().BePositive();
        (exchange.EndedAt - exchange.Duration).Should().BeOnOrAfter(before - TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_has_taken_until_the_suite_gave_up()
    {
        await using var server = FakeServer.StartAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return FakeAnswer.Json(200, "{}");
        });
        using var client = Client(server.BaseUrl, connections: 1, timeout: Answer);

        var exchange = await CallAsync(client);

        exchange.Response.Should().BeNull();
        exchange.Duration.Should().BeGreaterThan(0.9 * Answer);
    }

    private static Task<Exchange> CallAsync(MatrixClient client) =>
        client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);

    private static MatrixClient Client(Uri baseUrl, int connections, TimeSpan? timeout = null) => new(
        new MatrixClientOptions
        {
            BaseUrl = baseUrl,
            RequestTimeout = timeout ?? TimeSpan.FromSeconds(20),
            MostConnections = connections,
        },
        Bench.Specification,
        Bench.Newest,
        new Redactor());
}
