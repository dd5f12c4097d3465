using System.Text;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>429 is obeyed, within a deadline.</summary>
public sealed class RateLimitTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Theory]
    [InlineData("7", "{}", 7000)]
    [InlineData("0", "{}", 100)]
    [InlineData("7", """{"retry_after_ms":50000}""", 7000)]
    [InlineData("Fri, 02 Jan 2026 03:04:15 GMT", "{}", 10_000)]
    [InlineData("Fri, 02 Jan 2026 03:04:00 GMT", "{}", 100)]
    [InlineData(null, """{"retry_after_ms":1234}""", 1234)]
    [InlineData(null, """{"retry_after_ms":-5}""", 500)]
    [InlineData(null, """{"retry_after_ms":1e300}""", 500)]
    [InlineData(null, """{"retry_after_ms":"soon"}""", 500)]
    [InlineData("soon", """{"retry_after_ms":300}""", 300)]
    [InlineData("1.5", "{}", 500)]
    [InlineData(null, "{}", 500)]
    public void The_wait_is_what_the_server_says(string? header, string body, int milliseconds)
    {
        var headers = header is null ? new List<KeyValuePair<string, string>>() : [new("Retry-After", header)];
        var bytes = Encoding.UTF8.GetBytes(body);
        RateLimit.WaitFor(new RecordedResponse(429, headers, bytes) { Json = ServerJson.Read(bytes) }, Now, 0)
            .Should().Be(TimeSpan.FromMilliseconds(milliseconds));
    }

    [Fact]
    public void A_server_that_says_nothing_is_asked_less_and_less_often() =>
        Enumerable.Range(0, 4).Select(waits => RateLimit.WaitFor(new RecordedResponse(429, [], default), Now, waits).TotalMilliseconds)
            .Should().Equal(500, 1000, 2000, 4000);

    [Theory]
    [InlineData(9, 256)]
    [InlineData(10, 512)]
    [InlineData(11, 512)]
    [InlineData(10_000, 512)]
    public void The_wait_stops_growing(int waits, int seconds) =>
        RateLimit.WaitFor(new RecordedResponse(429, [], default), Now, waits).Should().Be(TimeSpan.FromSeconds(seconds));

    [Fact]
    public async Task A_429_is_waited_on_and_handed_on()
    {
        var answers = new Queue<FakeAnswer>([Refusal(150), Refusal(150), FakeAnswer.Json(200, """{"versions":[]}""")]);
        await using var server = FakeServer.Start(_ => answers.Dequeue());
        using var client = Bench.Client(server.BaseUrl);
        var refused = new List<Exchange>();
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var exchange = await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, refused.Add, default);
        exchange.Response!.Status.Should().Be(200);
        exchange.RateLimitWaits.Should().Be(2);
        refused.Select(other => other.Response!.Status).Should().Equal(429, 429);
        System.Diagnostics.Stopwatch.GetElapsedTime(began).Should().BeGreaterThan(TimeSpan.FromMilliseconds(295));
    }

    [Fact]
    public async Task A_wait_beyond_the_deadline_makes_the_429_the_answer_at_once()
    {
        await using var server = FakeServer.Start(_ => Refusal(5000));
        using var client = Bench.Client(server.BaseUrl, rateLimit: TimeSpan.FromSeconds(4));
        var exchange = await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);
        exchange.Response!.Status.Should().Be(429);
        exchange.RateLimitWaits.Should().Be(0);
        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task The_deadline_is_for_all_waits_together()
    {
        await using var server = FakeServer.Start(_ => Refusal(200));
        using var client = Bench.Client(server.BaseUrl, rateLimit: TimeSpan.FromMilliseconds(500));
        var exchange = await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);
        exchange.Response!.Status.Should().Be(429);
        exchange.RateLimitWaits.Should().Be(2);
    }

    [Fact]
    public async Task A_call_may_take_the_429_as_its_answer()
    {
        await using var server = FakeServer.Start(_ => Refusal(1));
        using var client = Bench.Client(server.BaseUrl);
        var exchange = await client.SendAsync(
            Bench.Call("getVersions") with { ObeyRateLimit = false }, Caller.Anonymous, ExchangeRole.Subject, default);
        exchange.Response!.Status.Should().Be(429);
        server.Requests.Should().HaveCount(1);
    }

    private static FakeAnswer Refusal(int milliseconds) =>
        FakeAnswer.Json(429, $$"""{"errcode":"M_LIMIT_EXCEEDED","error":"slow down","retry_after_ms":{{milliseconds}}}""");
}
