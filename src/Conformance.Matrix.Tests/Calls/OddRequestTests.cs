using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>Requests that no library makes of its own accord reach the wire as they are meant.</summary>
public sealed class OddRequestTests
{
    [Fact]
    public async Task Two_headers_of_one_name_are_two_lines()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        var call = Bench.Call("getTokenOwner") with
        {
            Headers = new Dictionary<string, string?> { ["Authorization"] = "Basic eA" },
            RepeatedHeaders = [new("Authorization", "Bearer second")],
        };

        var exchange = await client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);
        await client.SendAsync(Bench.Call("getTokenOwner"), Caller.Anonymous, ExchangeRole.Subject, default);

        Authorizations(server.Requests[0].Headers).Should().Equal("Basic eA", "Bearer second");
        Authorizations(server.Requests[1].Headers).Should().BeEmpty();
        server.Requests[0].Headers.Select(header => header.Key).Should().NotContain(name => name.Contains("Again"));
        Authorizations(exchange.Request.Headers).Should().Equal("Basic eA", "Bearer second");
    }

    [Fact]
    public void Only_the_head_of_a_request_is_restored()
    {
        var written = "GET / HTTP/1.1\r\nA: 1\r\n\r\nA-Conformance-Again: 2"u8.ToArray();

        RepeatedHeader.Restored(written).ToArray().Should().Equal(written);
    }

    [Fact]
    public async Task Bytes_in_a_path_are_sent_as_they_are()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(404, "{}"));
        using var client = Bench.Client(server.BaseUrl);
        var call = Bench.Call("getDevice", ("deviceId", "PHONE")) with
        {
            EncodedPath = new Dictionary<string, string> { ["deviceId"] = "%C0%AF" },
            Malformed = true,
        };

        await client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, default);

        server.Requests[0].Target.Should().Be("/_matrix/client/v3/devices/%C0%AF");
    }

    private static IEnumerable<string> Authorizations(IEnumerable<KeyValuePair<string, string>> headers) =>
        headers.Where(header => header.Key == "Authorization").Select(header => header.Value);
}
