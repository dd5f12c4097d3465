using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Whole runs, in this process.</summary>
public sealed class RunTests : IDisposable
{
    private const string Dev14Fault = "deleted-device-token-survives";

    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_embedded_homeserver_conforms()
    {
        (await _shell.RunAsync("--filter", "features/devices", "--seed", "7")).Should().Be(0, "{0}", _shell.Error);

        _shell.Error.Should().BeEmpty();
        _shell.Output.Should().MatchRegex(
            "^Conformance [0-9.]+: [0-9]+ scenarios against embedded.*, checked against v1.19\n\n"
            + "Target        embedded.*, checked against v1.19\n"
            + "Profiles      default: [0-9]+ scenarios ran; ready [0-9.]+ s after the command, started in [0-9.]+ s\n"
            + "Time          [0-9.]+ s from the command to the first scenario, [0-9.]+ s to the end of the last\n"
            + "Operations    [0-9]+ of 166 seen\n"
            + "Responses     [0-9]+ of 430 documented responses seen\n"
            + "Members       [1-9][0-9]* of [1-9][0-9]* documented members of these responses seen\n"
            + "Requirements  [0-9]+ of [0-9]+ checked\n"
            + "Seed          7\n"
            + "[0-9]+ passed, 0 failed, 0 warned, 0 skipped, 0 errors in [0-9]+\\.[0-9] s\n$");
    }

    [Fact]
    public async Task A_report_of_a_run_is_as_its_schema_has_it()
    {
        (await _shell.RunAsync("run", "embedded", "--filter", "DEV-14", "--report", _folder.Path + "/out"))
            .Should().Be(0, "{0}", _shell.Error);

        var bytes = await File.ReadAllBytesAsync(_folder.Path + "/out/report.json");
        var schema = CompiledSchema.Compile(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "docs", "report.schema.json")));
        schema.Validate(bytes).Should().BeEmpty();
        using var report = JsonDocument.Parse(bytes);
        report.RootElement.GetProperty("summary").GetProperty("passed").GetInt32().Should().BePositive();
        report.RootElement.GetProperty("coverage").GetProperty("members").GetProperty("seen").GetInt32().Should().BePositive();
        report.RootElement.GetProperty("responses").EnumerateArray()
            .Single(response =>
                response.GetProperty("operation").GetString() == "deleteDevice" && response.GetProperty("status").GetInt32() == 401)
            .GetProperty("members").GetProperty("seen").EnumerateArray().Select(member => member.GetString())
                .Should().Contain(["/flows/*/stages/*", "/session"]);
        report.RootElement.GetProperty("requirements").EnumerateArray()
            .Single(requirement => requirement.GetProperty("id").GetString() == "DEV-14")
            .GetProperty("verdict").GetString().Should().Be("pass");
    }

    [Fact]
    public async Task Findings_can_say_what_the_report_does_not()
    {
        await _shell.RunAsync("--fault", Dev14Fault, "--filter", "DEV-14", "--report", _folder.Path);
        using var findings = new TestShell();

        (await findings.RunAsync("findings", _folder.Path + "/report.json", "--server", "Server 1.2", "--note", "As of a commit."))
            .Should().Be(0, "{0}", findings.Error);

        findings.Output.Should().MatchRegex("^# Findings: Server 1\\.2\n\nAs of a commit\\.\n\nWhat Conformance [0-9.]+ found on Server 1\\.2, ");
    }

    [Fact]
    public async Task A_fault_fails_the_scenarios_of_its_requirement_and_the_run()
    {
        (await _shell.RunAsync("--fault", Dev14Fault, "--filter", "features/devices", "--report", _folder.Path))
            .Should().Be(1, "{0}", _shell.Error);

        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder.Path + "/report.json"));
        var failed = report.RootElement.GetProperty("scenarios").EnumerateArray()
            .Where(scenario => scenario.GetProperty("verdict").GetString() == "fail").ToList();
        failed.Should().NotBeEmpty().And.OnlyContain(scenario =>
            scenario.GetProperty("requirements").EnumerateArray().Any(id => id.GetString() == "DEV-14"));
        _shell.Output.Should().Contain("\n   Broken    DEV-14: ")
            .And.Contain("  https://spec.matrix.org/v1.19/client-server-api/#")
            .And.Contain("401 M_UNKNOWN_TOKEN\n")
            .And.Contain("   Repeat    curl ")
            .And.MatchRegex(", [1-9][0-9]* failed, 0 warned, 0 skipped, 0 errors in ");
    }

    [Fact]
    public async Task Verbose_shows_every_exchange_without_secrets()
    {
        (await _shell.RunAsync("--filter", "DEV-14", "--verbose", "--color", "never")).Should().Be(0, "{0}", _shell.Error);

        _shell.Output.Should().Contain("PASS  features/devices/").And.Contain("calls deleteDevice:").And.Contain("-> 401 in ")
            .And.Contain("<access token>").And.Contain("<password>").And.Contain("<session>");
        _shell.Output.Should().NotMatchRegex("\"(access_token|password|session)\":\"[^<]");
    }

    [Fact]
    public async Task A_dry_run_calls_no_server()
    {
        (await _shell.RunAsync("http://127.0.0.1:9", "--filter", "DEV-14", "--dry-run")).Should().Be(0, "{0}", _shell.Error);

        _shell.Output.Should().MatchRegex("^(features/.*\n)+[0-9]+ scenarios? would run, 0 steps have problems\n$");
    }

    [Fact]
    public async Task A_step_without_a_definition_is_an_error_of_the_suite()
    {
        _folder.Write("x.feature", "Feature: X\n\n  Scenario: Y\n    When it rains\n");

        (await _shell.RunAsync("--features", _folder.Path)).Should().Be(4);

        _shell.Output.Should().Contain("1 error of the suite: this says nothing about the server")
            .And.Contain("it rains")
            .And.EndWith("\n").And.MatchRegex("0 passed, 0 failed, 0 warned, 0 skipped, 1 error in [0-9.]+ s\n$");
        using var dry = new TestShell();
        (await dry.RunAsync("--features", _folder.Path, "--dry-run")).Should().Be(4);
        dry.Error.Should().StartWith($"{_folder.Path}/x.feature:4: ");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_says_so_and_writes_its_report()
    {
        using var cancelled = new CancellationTokenSource();
        using var output = new CancellingWriter(cancelled, ": ");
        using var error = new StringWriter();
        var line = new Conformance.Cli.Verbs.CommandLine(new Conformance.Cli.Shell { Output = output, Error = error });

        (await line.RunAsync(["--report", _folder.Path], cancelled.Token)).Should().Be(130);

        error.ToString()
            .Should().Be(
                $"conformance: interrupted; removing what the run made; press Ctrl-C again to end at once{Environment.NewLine}");
        output.ToString()
            .Should().Contain("The run was interrupted; the summary covers what it saw until then.").And.Contain("the run was interrupted");
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder.Path + "/report.json"));
        report.RootElement.GetProperty("run").GetProperty("interrupted").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task A_server_that_is_not_there_gives_one_line_and_exit_code_3()
    {
        (await _shell.RunAsync("http://127.0.0.1:9")).Should().Be(3);

        _shell.Output.Should().BeEmpty();
        _shell.Error.Should().MatchRegex("^conformance: [^\n]*http://127.0.0.1:9[^\n]*\n$");
    }

    [Theory]
    [InlineData("<html><body>Welcome</body></html>", "text/html")]
    [InlineData("{\"versions\":\"all\"}", "application/json")]
    [InlineData("[]", "application/json")]
    public async Task A_server_that_is_no_homeserver_gives_one_line_and_exit_code_3(string body, string contentType)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var ended = new CancellationTokenSource();
        var serving = ServeAsync(
            listener, $"HTTP/1.1 200 OK\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}",
            ended.Token);
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        (await _shell.RunAsync(url)).Should().Be(3);

        await ended.CancelAsync();
        await serving;
        _shell.Output.Should().BeEmpty();
        _shell.Error.Should().MatchRegex($"^conformance: [^\n]*{url}[^\n]*\n$");
    }

    [Theory]
    [InlineData("deleted-device-token-survive",
        "--fault: there is no fault \"deleted-device-token-survive\". Did you mean deleted-device-token-survives")]
    [InlineData("xyzzy", "--fault: there is no fault \"xyzzy\"; the faults are ")]
    public async Task A_fault_that_does_not_exist_is_a_mistake_of_usage(string name, string complaint)
    {
        (await _shell.RunAsync("--fault", name)).Should().Be(2);
        _shell.Error.Should().StartWith($"conformance: {complaint}");

        using var serve = new TestShell();
        (await serve.RunAsync("serve", "--fault", name)).Should().Be(2);
        serve.Error.Should().StartWith($"conformance: {complaint}");
    }

    [Fact]
    public async Task Serve_says_where_it_listens_and_ends_when_asked_to()
    {
        using var cancelled = new CancellationTokenSource();
        using var output = new CancellingWriter(cancelled, "Ctrl-C");
        using var error = new StringWriter();

        (await new Conformance.Cli.Verbs.CommandLine(new Conformance.Cli.Shell { Output = output, Error = error })
            .RunAsync(["serve"], cancelled.Token)).Should().Be(0);

        output.ToString()
            .Should().MatchRegex(
                "^The reference homeserver localhost listens on http://127\\.0\\.0\\.1:[0-9]+; press Ctrl-C to end it\\.\r?\n$");
    }

    private static async Task ServeAsync(TcpListener listener, string answer, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(cancellationToken);
                var buffer = new byte[8192];
                _ = await client.GetStream().ReadAsync(buffer, cancellationToken);
                await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer), cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <summary>Cancels as soon as a text is written: an interruption at a known place, without waiting for a time.</summary>
    private sealed class CancellingWriter(CancellationTokenSource cancellation, string trigger) : StringWriter
    {
        public override void Write(string? value)
        {
            base.Write(value);
            Check();
        }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Check();
        }

        public override void Write(char[] buffer, int index, int count)
        {
            base.Write(buffer, index, count);
            Check();
        }

        private void Check()
        {
            if (!cancellation.IsCancellationRequested && ToString().Contains(trigger, StringComparison.Ordinal))
                cancellation.Cancel();
        }
    }
}
