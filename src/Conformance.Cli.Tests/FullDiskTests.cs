using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Conformance.Cli.Verbs;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>What cannot be written costs no verdict: it is told in a line, the rest is written, and the exit code is that of the verdict,
/// or
/// 2 where that is 0.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Fault = "deleted-device-token-survives";
    private const string FullDevice = "/dev/full";

    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    private string Report => _folder.Path + "/out";

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [SkippableTheory]
    [InlineData("report.json", "junit.xml")]
    [InlineData("junit.xml", "report.json")]
    public async Task A_disk_that_is_full_is_one_line_and_the_verdict_stands(string full, string written)
    {
        NeedsFullDevice();
        Directory.CreateDirectory(Report);
        File.CreateSymbolicLink($"{Report}/{full}.part", FullDevice);
        _folder.Write($"out/{full}", "of the run before");

        (await _shell.RunAsync("--filter", "DEV-14", "--fault", Fault, "--report", Report)).Should().Be(1);

        _shell.Output.Should().Contain("DEV-14: Deleting a device").And.MatchRegex(", [1-9][0-9]* failed, [^\n]*\n$");
        _shell.Error.Should().MatchRegex(
            $"^conformance: --report: {Report}/{full} cannot be written: No space left on device[^\n]*; "
            + "make room for it, or name another folder\n$");
        (await File.ReadAllTextAsync($"{Report}/{full}")).Should().Be("of the run before");
        Directory.GetFiles(Report).Select(Path.GetFileName).Should().BeEquivalentTo(full, written);
    }

    [SkippableFact]
    public async Task Where_all_conforms_a_report_that_is_lost_is_exit_code_2()
    {
        NeedsFullDevice();
        Directory.CreateDirectory(Report);
        File.CreateSymbolicLink(Report + "/report.json.part", FullDevice);

        (await _shell.RunAsync("--filter", "DEV-14", "--report", Report)).Should().Be(2);

        _shell.Output.Should().MatchRegex("[1-9][0-9]* passed, 0 failed, [^\n]*\n$");
    }

    [Fact]
    public async Task A_folder_that_goes_away_during_the_run_costs_its_files_only()
    {
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new ActingWriter(", checked against", () =>
        {
            Directory.Delete(Report, recursive: true);
            File.WriteAllText(Report, "now a file");
        });
        var line = new CommandLine(new Shell { Output = output, Error = error });

        (await line.RunAsync(["--filter", "DEV-14", "--fault", Fault, "--report", Report], CancellationToken.None)).Should().Be(1);

        output.ToString().Should().Contain("DEV-14: Deleting a device");
        error.ToString().Should().MatchRegex(
            "^conformance: --report: [^\n]+/out/report\\.json cannot be written: [^\n]+\n"
            + "conformance: --report: [^\n]+/out/junit\\.xml cannot be written: [^\n]+\n"
            + "conformance: --report: [^\n]+/out/repeat cannot be written: [^\n]+\n$");
    }

    [SkippableTheory]
    [InlineData("", 2)]
    [InlineData(Fault, 1)]
    public async Task A_baseline_that_cannot_be_rewritten_stays_and_the_verdict_is_told(string fault, int code)
    {
        var file = _folder.Write("baseline.yaml", "# ours\n[]\n");
        NeedsFullDevice();
        using var error = new StringWriter { NewLine = "\n" };
        using var output = new ActingWriter(", checked against", () => File.CreateSymbolicLink(file + ".part", FullDevice));
        var line = new CommandLine(new Shell { Output = output, Error = error });
        string[] faults = fault.Length == 0 ? [] : ["--fault", fault];

        (await line.RunAsync(
            ["--filter", "DEV-14", "--baseline", file, "--update-baseline", "--report", Report, .. faults], CancellationToken.None))
            .Should().Be(code);

        error.ToString().Should().MatchRegex(
            $"^conformance: --baseline: {file} cannot be rewritten: No space left on device[^\n]*; "
            + "it is as it was; make room for it, or let it be written, and run again\n$");
        (await File.ReadAllTextAsync(file)).Should().Be("# ours\n[]\n");
        output.ToString().Should().NotContain("is rewritten").And.MatchRegex(" passed, [^\n]*\n$");
        XDocument.Load(Report + "/junit.xml").Descendants("testcase").Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData(Fault, 1)]
    public async Task An_output_that_breaks_does_not_stop_the_run(string fault, int code)
    {
        using var error = new StringWriter { NewLine = "\n" };
        await using var output = new FullWriter();
        var line = new CommandLine(new Shell { Output = output, Error = error });
        string[] faults = fault.Length == 0 ? [] : ["--fault", fault];

        (await line.RunAsync(["--filter", "DEV-14", "--verbose", "--report", Report, .. faults], CancellationToken.None))
            .Should().Be(code);

        error.ToString().Should().MatchRegex(
            "^conformance: standard output cannot be written: No space left on device[^\n]*; make room for it, or send it elsewhere\n$");
        using var report = JsonDocument.Parse(await File.ReadAllBytesAsync(Report + "/report.json"));
        report.RootElement.GetProperty("scenarios").GetArrayLength().Should().BePositive();
    }

    [Theory]
    [InlineData("list")]
    [InlineData("steps")]
    [InlineData("coverage")]
    public async Task Every_verb_says_that_its_output_is_lost(string verb)
    {
        using var error = new StringWriter { NewLine = "\n" };
        await using var output = new FullWriter();

        (await new CommandLine(new Shell { Output = output, Error = error }).RunAsync([verb], CancellationToken.None)).Should().Be(2);

        error.ToString().Should().MatchRegex("^conformance: standard output cannot be written: [^\n]+\n$");
    }

    private static void NeedsFullDevice() => Skip.IfNot(File.Exists(FullDevice), "needs the device that is always full");

    /// <summary>A disk without room.</summary>
    private sealed class FullWriter : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("No space left on device");
    }

    /// <summary>Does something as soon as a text is written: a mishap at a known place of the run.</summary>
    private sealed class ActingWriter(string trigger, Action act) : StringWriter
    {
        private bool _done;

        public override void Write(string? value)
        {
            base.Write(value);
            Check();
        }

        public override void Write(char[] buffer, int index, int count)
        {
            base.Write(buffer, index, count);
            Check();
        }

        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            Check();
        }

        private void Check()
        {
            if (_done || !ToString().Contains(trigger, StringComparison.Ordinal))
                return;
            _done = true;
            act();
        }
    }
}
