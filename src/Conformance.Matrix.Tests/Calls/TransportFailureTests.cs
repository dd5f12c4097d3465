using System.Net;
using System.Net.Sockets;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>A server that does not answer gives an exchange that says so, in one sentence, and no exception.</summary>
public sealed class TransportFailureTests
{
    [Fact]
    public async Task A_refused_connection()
    {
        var port = FreePort();
        (await FailureOf(new Uri($"http://127.0.0.1:{port}"))).Should().Be($"The connection to 127.0.0.1:{port} was refused.");
    }

    [Fact]
    public async Task An_unknown_host() =>
        (await FailureOf(new Uri("http://no-such-host.invalid"))).Should().Be("The host name no-such-host.invalid cannot be resolved.");

    [Fact]
    public async Task A_server_that_hangs()
    {
        await using var server = FakeServer.StartAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return FakeAnswer.Json(200, "{}");
        });
        (await FailureOf(server.BaseUrl, TimeSpan.FromMilliseconds(300)))
            .Should().Be($"{server.BaseUrl.Authority} did not answer within 0.3 s.");
    }

    [Fact]
    public async Task An_answer_that_breaks_off()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, new string(' ', 1000)) with { CutAfter = 500 });
        (await FailureOf(server.BaseUrl)).Should().Be($"{server.BaseUrl.Authority} closed the connection before its answer was complete.");
    }

    // The answers announce their length and break off, so that nobody has to send 16 MiB: what is too large is refused before it is read.
    [Theory]
    [InlineData(16 * 1024 * 1024, "{0} closed the connection before its answer was complete.")]
    [InlineData(16 * 1024 * 1024 + 1, "The answer of {0} is larger than the suite reads.")]
    public async Task An_answer_beyond_the_largest_body_is_not_read(int length, string failure)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "") with { Body = new byte[length], CutAfter = 500 });
        (await FailureOf(server.BaseUrl))
            .Should().Be(string.Format(System.Globalization.CultureInfo.InvariantCulture, failure, server.BaseUrl.Authority));
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts()
    {
        using var certificate = SelfSigned.ForLoopback();
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"), certificate);
        (await FailureOf(server.BaseUrl))
            .Should().StartWith($"The TLS connection to {server.BaseUrl.Authority} failed: ").And.NotContain("\n");
    }

    [Fact]
    public async Task Insecure_accepts_any_certificate()
    {
        using var certificate = SelfSigned.ForLoopback();
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"), certificate);
        using var client = Bench.Client(server.BaseUrl, insecure: true);
        (await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default)).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_ca_file_makes_its_certificates_trusted_and_no_others()
    {
        using var certificate = SelfSigned.ForLoopback();
        using var other = SelfSigned.ForLoopback();
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());
            await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"), certificate);
            await using var stranger = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"), other);
            using var client = Bench.Client(server.BaseUrl, caFile: file);
            using var strange = Bench.Client(stranger.BaseUrl, caFile: file);
            (await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default)).Outcome.Should().Be("200");
            (await strange.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject,
                default)).TransportFailure.Should().StartWith("The TLS connection to ");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_ca_file_that_is_not_there_is_named()
    {
        var make = () => Bench.Client(new Uri("https://localhost"), caFile: "/no/such/file.pem");
        make.Should().Throw<SuiteErrorException>()
            .WithMessage("the CA file /no/such/file.pem cannot be read: *; give a PEM file with certificates.");
    }

    [Fact]
    public void A_ca_file_without_certificates_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            var make = () => Bench.Client(new Uri("https://localhost"), caFile: file);
            make.Should().Throw<SuiteErrorException>()
                .WithMessage($"the CA file {file} holds no certificate; give a PEM file with certificates.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_the_cancellation()
    {
        await using var server = FakeServer.StartAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return FakeAnswer.Json(200, "{}");
        });
        using var client = Bench.Client(server.BaseUrl);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var send = () => client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, giveUp.Token);
        await send.Should().ThrowAsync<OperationCanceledException>();
    }

    private static async Task<string?> FailureOf(Uri url, TimeSpan? timeout = null)
    {
        using var client = Bench.Client(url, timeout: timeout);
        var exchange = await client.SendAsync(Bench.Call("getVersions"), Caller.Anonymous, ExchangeRole.Subject, default);
        exchange.Response.Should().BeNull();
        exchange.Outcome.Should().Be($"no answer: {exchange.TransportFailure}");
        return exchange.TransportFailure;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
