using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>What is handed out: a folder, a tool, a single file. They are made of this build, in a folder of their own.</summary>
public sealed class PublishingTests : IDisposable
{
    private const string Project = "src/Conformance.Cli";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly string[] TestPackages =
        ["xunit", "testhost", "fluentassertions", "microsoft.testplatform", "microsoft.visualstudio", "coverlet"];

    private readonly TemporaryFolder _folder = new();

    // The tests are built like the program: bin/Release/net10.0 or bin/Debug/net10.0.
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_published_folder_holds_nothing_of_a_test()
    {
        await DotnetAsync("publish", Project, "--no-build", "--configuration", Configuration, "--output", _folder.Path);

        var files = new DirectoryInfo(_folder.Path).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.Name).ToList();
        files.Should().Contain("conformance.dll").And.Contain("Reqnroll.dll");
        files.Where(file => TestPackages.Any(package => file.StartsWith(package, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
    }

    [Fact]
    public async Task The_packed_tool_is_called_conformance()
    {
        await DotnetAsync("pack", Project, "--no-build", "--configuration", Configuration, "--output", _folder.Path);

        await using var package = await ZipFile.OpenReadAsync(Directory.EnumerateFiles(_folder.Path, "*.nupkg").Single());
        var settings = package.Entries.Single(entry => entry.Name == "DotnetToolSettings.xml");
        await using var stream = await settings.OpenAsync();
        var command = (await XDocument.LoadAsync(stream, LoadOptions.None, CancellationToken.None)).Descendants("Command").Single();
        command.Attribute("Name")!.Value.Should().Be("conformance");
        package.Entries.Select(entry => entry.FullName).Should()
            .Contain(settings.FullName.Replace(settings.Name, command.Attribute("EntryPoint")!.Value, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_single_file_runs_scenarios_and_knows_what_the_steps_mean()
    {
        // A build of its own, so that it does not disturb the one that is tested here.
        var (code, output) = await RunAsync(
            "dotnet",
            [
                "publish", Project, "--configuration", Configuration, "--runtime", "linux-x64", "--self-contained",
                "-p:PublishSingleFile=true", "-p:RunAnalyzers=false", "--artifacts-path", $"{_folder.Path}/build",
                "--output", $"{_folder.Path}/out",
            ]);
        Skip.If(code != 0 && output.Contains("NU1101", StringComparison.Ordinal), "the runtime pack for linux-x64 cannot be restored here");
        code.Should().Be(0, output);
        Skip.IfNot(OperatingSystem.IsLinux(), "the file is one for Linux");

        // Alone: what lies beside it on the disk is not part of it.
        var program = $"{_folder.Path}/conformance";
        File.Copy(Path.Combine(_folder.Path, "out", "conformance"), program);
        (code, output) = await RunAsync(program, ["steps"]);
        code.Should().Be(0, output);
        using var shell = new TestShell();
        await shell.RunAsync("steps");
        output.TrimEnd().Should().Be(shell.Output.TrimEnd());
        (code, output) = await RunAsync(program, ["--tags", "@WHO-01"]);
        code.Should().Be(0, output);
        output.Should().MatchRegex("\n[1-9][0-9]* passed, 0 failed, 0 warned, 0 skipped, 0 errors in ");
    }

    private static async Task DotnetAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync("dotnet", arguments);
        code.Should().Be(0, output);
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // What a test host says to the programs that it starts would have them use its own build engine.
        List<string> variables = [.. start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))];
        variables.ForEach(variable => start.Environment.Remove(variable));

        using var process = Process.Start(start)!;
        using var time = new CancellationTokenSource(Longest);
        var output = new StringBuilder();
        try
        {
            var texts = await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(time.Token), process.StandardError.ReadToEndAsync(time.Token));
            await process.WaitForExitAsync(time.Token);
            output.AppendJoin('\n', texts);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }

        return (process.ExitCode, output.ToString());
    }
}
