using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary><c>list</c>, <c>explain</c> and <c>coverage</c>.</summary>
public sealed class CatalogueVerbsTests : IDisposable
{
    private readonly TestShell _shell = new();
    private readonly TemporaryFolder _folder = new();
    private readonly string _features;

    public CatalogueVerbsTests() => _features = SampleFeatures.In(_folder);

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task List_has_a_line_for_each_scenario()
    {
        (await _shell.RunAsync("list", "--features", _features)).Should().Be(0);

        _shell.Output.Should().Be(
            $"""
            {_features}/boxes/boxes.feature:4  A deleted box is gone  @BOX-01
            {_features}/boxes/boxes.feature:13  A small box is gone  @BOX-01 @slow
            {_features}/boxes/boxes.feature:14  A large box is gone  @BOX-01 @slow
            3 scenarios in 1 feature

            """);
    }

    [Theory]
    [InlineData(1, "--tags", "not @slow")]
    [InlineData(2, "--tags", "@slow")]
    [InlineData(1, "--tags", "@slow", "--filter", "SMALL box")]
    [InlineData(2, "--filter", "small", "--filter", "large")]
    [InlineData(3, "--filter", "boxes.feature")]
    [InlineData(3, "--filter", "BOX-01")]
    [InlineData(3, "--filter", "@BOX-01")]
    [InlineData(3, "--filter", "BOX")]
    [InlineData(3, "--tags", "@BOX-01", "--tags", "BOX-01 or @slow")]
    public async Task A_selection_leaves_what_meets_it(int scenarios, params string[] selection)
    {
        (await _shell.RunAsync(["list", "--features", _features, .. selection])).Should().Be(0);

        _shell.Output.Split('\n').Should().HaveCount(scenarios + 2);
    }

    [Theory]
    [InlineData("no scenario is about BOX-02; \"conformance explain BOX-02\" says more", "--filter", "BOX-02")]
    [InlineData("There is no requirement \"BOX-10\". Did you mean BOX-01, BOX-02 or BOX-03?", "--filter", "BOX-10")]
    [InlineData("There is no requirement \"BOX-04\". Did you mean BOX-01, BOX-02 or BOX-03?", "--tags", "not @BOX-04")]
    public async Task A_requirement_that_no_scenario_is_about_is_no_empty_list(string complaint, params string[] selection)
    {
        (await _shell.RunAsync(["list", "--features", _features, .. selection])).Should().Be(2);

        _shell.Error.Should().Be($"conformance: {complaint}\n");
    }

    [Fact]
    public async Task Explain_says_what_is_demanded_where_and_what_checks_it()
    {
        (await _shell.RunAsync("explain", "box-01", "--features", _features, "--spec-version", "v1.15")).Should().Be(0);

        _shell.Output.Should().Be(
            $"""
            BOX-01  A deleted box is gone.

            Level       MUST: stated as plain fact
            At stake    data: what is a person's own is lost or disclosed
            Grade       a violation is a failure
            Endpoint    DELETE /_matrix/client/v3/devices/{"{deviceId}"} (deleteDevice)
            Clause      https://spec.matrix.org/v1.15/client-server-api/#boxes
            Source      data/api/boxes.yaml, #/paths
            Since       v1.3
            Violation   Delete, look; violation: it is there.
            Needs       password-login: login with m.login.password
            Testable    yes
            Checked by  {_features}/boxes/boxes.feature:4  A deleted box is gone
                        {_features}/boxes/boxes.feature:13  A small box is gone
                        {_features}/boxes/boxes.feature:14  A large box is gone

            """);
    }

    [Fact]
    public async Task Explain_says_why_a_requirement_is_checked_in_part_only()
    {
        (await _shell.RunAsync("explain", "BOX-02", "--features", _features)).Should().Be(0);

        _shell.Output.Should().Be(
            """
            BOX-02  A box has a lid.

            Level       SHOULD: follows from the text without being stated
            At stake    account: an account or its secrets, for somebody else to take
            Grade       a violation is a warning
            Left open   It has no lid on the picture.
            Endpoint    *
            Clause      https://spec.matrix.org/v1.19/client-server-api/#more-boxes
            Source      content/boxes.md, Boxes
            Violation   Look; violation: none.
            Testable    partly: Only boxes that are shown can be seen.
            Note        The text calls it a cover once.
            Checked by  no scenario yet

            """);
    }

    [Fact]
    public async Task Explain_knows_the_built_in_catalogue()
    {
        (await _shell.RunAsync("explain", "DEV-14")).Should().Be(0);

        _shell.Output.Should().StartWith("DEV-14  ")
            .And.Contain("Clause      https://spec.matrix.org/v1.19/client-server-api/#")
            .And.MatchRegex("\nChecked by  features/[a-z/-]+\\.feature:[0-9]+  ");
    }

    [Fact]
    public async Task Coverage_counts_by_chapter_and_names_what_is_not_checked()
    {
        (await _shell.RunAsync("coverage", "--features", _features)).Should().Be(0);

        _shell.Output.Should().Be(
            """
            chapter  all  yes  checked  partly  checked  no
            boxes      3    1        1       1        0   1
            total      3    1        1       1        0   1

            Without a scenario:
              BOX-02    A box has a lid.

            Not testable:
              BOX-03    Nobody can look into the cellar.

            1 of 1 testable requirements have a scenario (100%)

            """);
    }

    [Fact]
    public async Task Coverage_of_a_chapter_that_does_not_exist_names_the_chapters()
    {
        (await _shell.RunAsync("coverage", "--features", _features, "--chapter", "bags")).Should().Be(2);

        _shell.Error.Should().Be("conformance: there is no chapter bags; the chapters are boxes\n");
    }

    [Theory]
    [InlineData("devices", " (100%)")]
    [InlineData("user-interactive-auth", " (100%)")]
    public async Task The_chapters_that_are_built_are_covered_whole(string chapter, string share)
    {
        (await _shell.RunAsync("coverage", "--chapter", chapter)).Should().Be(0);

        _shell.Output.Should().NotContain("Without a scenario").And.Contain(share);
    }
}
