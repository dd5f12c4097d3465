using Conformance.Spec.Extraction;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Extraction;

public sealed class OutputTests : ExtractionTest
{
    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public void What_is_stale_goes_and_other_versions_stay()
    {
        WriteSource("data/api/client-server/a.yaml", Document(Returning("type: object")));
        Directory.CreateDirectory(Path.Combine(Output, "v1.5", "client-server"));
        File.WriteAllText(Path.Combine(Output, "v1.5", "client-server", "stale.200.json"), "{}");
        Directory.CreateDirectory(Path.Combine(Output, "v1.4"));

        Extract().Directory.Should().Be(Path.Combine(Output, "v1.5"));

        Names().Should().Equal("v1.5/client-server/getThings.200.json", "v1.5/manifest.json");
        Directory.EnumerateDirectories(Output).Select(Path.GetFileName).Order().Should().Equal("v1.4", "v1.5");
    }

    [Fact]
    public void After_an_error_everything_is_as_it_was()
    {
        WriteSource("data/api/client-server/a.yaml", Document(Returning("$ref: nowhere.yaml")));
        Directory.CreateDirectory(Path.Combine(Output, "v1.5"));
        File.WriteAllText(Path.Combine(Output, "v1.5", "manifest.json"), "before");

        Errors().Should().ContainSingle();

        Names().Should().Equal("v1.5/manifest.json");
        Text("manifest.json").Should().Be("before");
    }

    [Fact]
    public void After_a_cancellation_everything_is_as_it_was()
    {
        WriteSource("data/api/client-server/a.yaml", Document(Returning("type: object")));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        var act = () => new SpecExtractor(new ExtractionOptions { SpecPath = Source, OutputDirectory = Output }).Extract(cancelled.Token);

        act.Should().Throw<OperationCanceledException>();
        Directory.Exists(Output).Should().BeFalse();
    }

    [Fact]
    public void An_output_that_cannot_be_written_is_said_so()
    {
        WriteSource("data/api/client-server/a.yaml", Document("operationId: getThings\nresponses: {}"));
        WriteSource("notes.txt", "a file, where a folder is needed");
        var output = Path.Combine(Source, "notes.txt");

        var act = () => new SpecExtractor(new ExtractionOptions { SpecPath = Source, OutputDirectory = output }).Extract();

        act.Should().Throw<SpecException>()
            .WithMessage($"{Path.Combine(output, "v1.5")} cannot be written: *; give another output folder.");
    }

    [Fact]
    public void The_version_asked_for_comes_before_that_of_the_folder()
    {
        WriteSource("data/api/client-server/a.yaml", Document("operationId: getThings\nresponses: {}"));

        Extract(new SpecVersion(1, 7)).Version.Should().Be(new SpecVersion(1, 7));

        File.Exists(Path.Combine(Output, "v1.7", "manifest.json")).Should().BeTrue();
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("[params.version]\nstatus = \"stable\"\nmajor = \"1\"\nminor = \"12\"\n[other]\nminor = \"3\"\n", "v1.14", "v1.12")]
    [InlineData("[params]\nmajor = \"9\"\n[params.version]\nstatus = \"unstable\"\nmajor = \"1\"\nminor = \"12\"\n", "v1.14", "v1.14")]
    [InlineData("[params]\n", "v1.9", "v1.9")]
    public void The_version_is_found_in_the_configuration_of_a_release_or_in_the_changelog(
        string configuration, string changelog, string? expected)
    {
        using var checkout = new TemporaryFolder();
        checkout.Write("data/api/client-server/a.yaml", Document("operationId: getThings\nresponses: {}"));
        checkout.Write("config/_default/hugo.toml", configuration);
        checkout.Write("content/changelog/_index.md", "");
        if (changelog.Length > 0)
        {
            checkout.Write("content/changelog/v1.2.md", "");
            checkout.Write($"content/changelog/{changelog}.md", "");
        }

        var act = () => new SpecExtractor(new ExtractionOptions { SpecPath = checkout.Path, OutputDirectory = Output }).Extract();

        if (expected is null)
            act.Should().Throw<SpecException>()
                .WithMessage(
                    $"Nothing in {checkout.Path} says which version of the specification it is; give the version in the form v1.19.");
        else
            act().Version.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData(".git/HEAD", "0123456789abcdef0123456789abcdef01234567\n", null, null)]
    [InlineData(".git/HEAD", "ref: refs/heads/main\n", ".git/refs/heads/main", "0123456789abcdef0123456789abcdef01234567\n")]
    [InlineData(".git/HEAD", "ref: refs/heads/main\n", ".git/packed-refs",
        "# pack-refs with: peeled\n0123456789abcdef0123456789abcdef01234567 refs/heads/main\n")]
    [InlineData(".git", "gitdir: elsewhere\n", "elsewhere/HEAD", "0123456789abcdef0123456789abcdef01234567\n")]
    public void The_commit_is_that_of_the_checkout(string file, string content, string? secondFile, string? secondContent)
    {
        WriteSource("data/api/client-server/a.yaml", Document("operationId: getThings\nresponses: {}"));
        WriteSource(file, content);
        if (secondFile is not null)
            WriteSource(secondFile, secondContent!);

        Extract().Commit.Should().Be(Commit);
        Text("manifest.json").Should().Contain($"\"commit\": \"{Commit}\"");
    }

    [Fact]
    public void Without_a_checkout_there_is_no_commit()
    {
        WriteSource("data/api/client-server/a.yaml", Document("operationId: getThings\nresponses: {}"));

        Extract().Commit.Should().BeNull();
        Text("manifest.json").Should().NotContain("commit\"");
    }

    private IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Output, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Output, file).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
