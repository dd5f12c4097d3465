using System.Text.Json;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary><c>extract</c> and <c>check-spec</c>.</summary>
public sealed class SpecVerbsTests : IDisposable
{
    private const string Source =
        """
        openapi: 3.1.0
        info: { title: Things, version: 1.0.0 }
        paths:
          /things:
            get:
              operationId: getThings
              responses:
                "200":
                  description: The things.
                  content:
                    application/json:
                      schema: { type: object, properties: { count: { type: integer, example: EXAMPLE } } }
        """;

    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Extract_writes_the_version_and_says_how_much_there_is()
    {
        WriteSource(example: "3");

        (await _shell.RunAsync("extract", "--spec", _folder.Path, "--out", _folder.Path + "/out", "--spec-version", "v1.7", "--commit",
            "abc123")).Should().Be(0, "{0}", _shell.Error);

        _shell.Output.Should().Be(
            $"""
                1 operations of client-server
            v1.7: 1 responses, 1 schemas of responses, 0 of requests, 0 of events in {_folder.Path}/out/v1.7

            """);
        using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder.Path + "/out/v1.7/manifest.json"));
        manifest.RootElement.GetProperty("commit").GetString().Should().Be("abc123");
    }

    [Fact]
    public async Task What_was_extracted_can_be_run_with()
    {
        WriteSource(example: "3");
        (await _shell.RunAsync("extract", "--spec", _folder.Path, "--out", _folder.Path + "/out", "--spec-version", "v1.7"))
            .Should().Be(0, "{0}", _shell.Error);
        using var run = new TestShell();

        (await run.RunAsync("--schemas", _folder.Path + "/out", "--spec-version", "v1.8")).Should().Be(2);

        run.Error.Should().Be(
            "conformance: --spec-version: v1.8 is newer than the newest version that the suite has, v1.7; use --schemas to give a folder with other versions\n");
    }

    [Theory]
    [InlineData("extract", "--out", "out", "--spec")]
    [InlineData("check-spec")]
    public async Task A_folder_without_sources_is_a_mistake_of_usage(params string[] arguments)
    {
        (await _shell.RunAsync([.. arguments, _folder.Path])).Should().Be(2);

        _shell.Output.Should().BeEmpty();
        _shell.Error.Should().StartWith($"conformance: {_folder.Path} does not hold data/api/; give the folder").And.MatchRegex(
            "^[^\n]+\n$");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_a_mistake_of_usage()
    {
        WriteSource(example: "3");
        var file = _folder.Write("file", "");

        (await _shell.RunAsync("extract", "--spec", _folder.Path, "--out", file + "/out", "--spec-version", "v1.7")).Should().Be(2);

        _shell.Error.Should().Contain("cannot be written").And.EndWith("give another output folder.\n").And.MatchRegex("^[^\n]+\n$");
    }

    [Fact]
    public async Task Sources_without_errors_have_exit_code_0()
    {
        WriteSource(example: "3");

        (await _shell.RunAsync("check-spec", _folder.Path)).Should().Be(0);

        _shell.Output.Should().EndWith("0 errors, 0 warnings\n");
    }

    [Fact]
    public async Task A_contradiction_is_found_and_can_be_accepted()
    {
        WriteSource(example: "three");

        (await _shell.RunAsync("check-spec", _folder.Path, "--format", "json")).Should().Be(1);

        using var findings = JsonDocument.Parse(_shell.Output);
        findings.RootElement[0].GetProperty("file").GetString().Should().Be("data/api/client-server/things.yaml");
        findings.RootElement[0].GetProperty("line").GetInt32().Should().Be(12);
        var baseline = _folder.Write("baseline.json", _shell.Output);
        using var accepted = new TestShell();
        (await accepted.RunAsync("check-spec", _folder.Path, "--baseline", baseline)).Should().Be(0);

        // A baseline that accepts what is not there any more has to shrink.
        WriteSource(example: "3");
        using var stale = new TestShell();
        (await stale.RunAsync("check-spec", _folder.Path, "--baseline", baseline)).Should().Be(1);
        stale.Error.Should().Be(
            "data/api/client-server/things.yaml:12: example is in the baseline but is no longer found; remove it\n");
    }

    [Theory]
    [InlineData("github", "::error file=data/api/client-server/things.yaml,line=12,")]
    [InlineData("sarif", "\"2.1.0\"")]
    [InlineData("text", "1 error, 0 warnings\n")]
    public async Task Findings_have_a_form_for_each_reader(string format, string part)
    {
        WriteSource(example: "three");

        (await _shell.RunAsync("check-spec", _folder.Path, "--format", format)).Should().Be(1);

        _shell.Output.Should().Contain(part);
    }

    private void WriteSource(string example) =>
        _folder.Write("data/api/client-server/things.yaml", Source.Replace("EXAMPLE", example, StringComparison.Ordinal));
}
