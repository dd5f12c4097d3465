using System.Diagnostics;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>The script in front of the command. Exit code 1 is a verdict of the suite: the script's own trouble is 2 and one
/// line.</summary>
public sealed class RunAgainstTests : IDisposable
{
    // Stands in for the SDK: builds nothing, and in place of the suite gives an exit code.
    private const string Sdk =
        """
        #!/bin/sh
        case "$1" in
          --list-sdks) echo "10.0.100 [/sdk]" ;;
          build) mkdir -p "$2/bin/Release/net10.0"; touch "$2/bin/Release/net10.0/conformance.dll" "$2/../../../built"; [ -z "$BROKEN" ] || { echo "Shell.cs(1,1): error CS1002: ; expected"; exit 1; } ;;
          *) echo "ran $2 $3"; exit "${VERDICT:-0}" ;;
        esac

        """;

    private readonly TemporaryFolder _folder = new();

    private string Checkout => _folder.Path + "/checkout";

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("3")]
    public async Task The_verdict_of_the_suite_is_passed_on(string verdict)
    {
        Prepare();

        var (code, output, error) = await RunAsync(("VERDICT", verdict));

        code.Should().Be(int.Parse(verdict, System.Globalization.CultureInfo.InvariantCulture), "{0}", error);
        output.Should().Be("ran http://localhost:8008 --strict\n");
        error.Should().BeEmpty();
    }

    [SkippableFact]
    public async Task A_build_that_fails_is_told_in_a_line_after_what_the_compiler_said()
    {
        Prepare();

        var (code, output, error) = await RunAsync(("BROKEN", "yes"));

        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Be("Shell.cs(1,1): error CS1002: ; expected\nrun-against.sh: the build failed; the lines above say why\n");
    }

    // A file where a folder is to be made stops root, too, whom a folder's mode does not stop.
    [SkippableFact]
    public async Task A_checkout_that_cannot_be_written_is_told_in_one_line()
    {
        Prepare();
        _folder.Write("checkout/src/Conformance.Cli/bin", "");

        var (code, output, error) = await RunAsync();

        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().MatchRegex(
            "^run-against\\.sh: [^\n]+/Conformance\\.Cli/bin/Release/net10\\.0 cannot be written: Not a directory; "
            + "make the checkout writable, or run a copy of it that is\n$");
    }

    [SkippableFact]
    public async Task A_file_that_is_missing_is_told_in_one_line()
    {
        Prepare();
        File.Delete(Checkout + "/global.json");

        var (code, output, error) = await RunAsync();

        code.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().MatchRegex(
            "^run-against\\.sh: the checkout is not whole: [^\n]+/global\\.json[^\n]+: No such file or directory; check it out again\n$");
    }

    [SkippableFact]
    public async Task A_checkout_that_is_built_need_not_be_writable()
    {
        Prepare();
        (await RunAsync()).Code.Should().Be(0);
        File.Delete(_folder.Path + "/built");

        (await RunAsync(("BROKEN", "yes"))).Code.Should().Be(0);

        File.Exists(_folder.Path + "/built").Should().BeFalse();
    }

    private void Prepare()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        _folder.Write("sdk/dotnet", Sdk);
        foreach (var file in new[] { "global.json", "Directory.Build.props", "Directory.Packages.props", "src/Conformance.Cli/Shell.cs",
            "steps/Steps.cs", "features/x.feature", "schemas/manifest.json", "targets/x/target.yaml" })
            _folder.Write("checkout/" + file, "");
        File.Copy(Path.Combine(Repository.Root, "run-against.sh"), Checkout + "/run-against.sh");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Path + "/sdk/dotnet", UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo("bash", [Checkout + "/run-against.sh", "http://localhost:8008", "--strict"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = $"{_folder.Path}/sdk:{Environment.GetEnvironmentVariable("PATH")}";
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
