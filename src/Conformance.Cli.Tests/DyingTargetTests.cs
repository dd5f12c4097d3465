using System.Text.Json;
using Conformance.Cli.Verbs;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>Runs against servers that die, or answer the first questions badly.</summary>
public sealed class DyingTargetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_at_a_URL_that_dies_ends_the_run_with_a_report_and_no_baseline()
    {
        await using var server = await ReferenceHomeserver.StartAsync(new ReferenceServerOptions { ServerName = "localhost" }, default);
        using var output = new Killing(server, "PASS  ");
        using var error = new StringWriter();
        var baseline = Path.Combine(_folder.Path, "baseline.yaml");

        var exitCode = await new CommandLine(new Shell { Output = output, Error = error }).RunAsync(
            [server.BaseUrl.GetLeftPart(UriPartial.Authority), "--filter", "features/devices", "--verbose", "--parallel", "4",
                "--report", _folder.Path, "--baseline", baseline, "--update-baseline"],
            default);

        exitCode.Should().Be(3, "{0}", error);
        error.ToString().Should().Contain("conformance: the homeserver of the profile default died, and the run ended there");
        output.ToString().Should().Contain("the homeserver had died").And.Contain(" 0 failed,").And.Contain(", 1 death of the homeserver");
        File.Exists(baseline).Should().BeFalse();
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder.Path, "report.json")));
        report.RootElement.GetProperty("deaths")[0].GetProperty("restarted").GetBoolean().Should().BeFalse();
        report.RootElement.GetProperty("run").GetProperty("interrupted").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task A_run_that_skipped_everything_does_not_conform()
    {
        using var shell = new TestShell();

        (await shell.RunAsync("--filter", "DEA-10")).Should().Be(5, "{0}", shell.Output);

        shell.Output.Should().Contain("0 passed, 0 failed, 0 warned, ");
    }

    private sealed class Killing(ReferenceHomeserver server, string trigger) : StringWriter
    {
        private int _killed;

        public override void Write(char[] buffer, int index, int count)
        {
            base.Write(buffer, index, count);
            Check();
        }

        public override void Write(string? value)
        {
            base.Write(value);
            Check();
        }

        private void Check()
        {
            if (ToString().Contains(trigger, StringComparison.Ordinal) && Interlocked.Exchange(ref _killed, 1) == 0)
                _ = server.DisposeAsync().AsTask();
        }
    }
}
