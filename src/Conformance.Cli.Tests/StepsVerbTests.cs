using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

public sealed class StepsVerbTests : IDisposable
{
    private readonly TestShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Steps_lists_each_form_with_its_uses_and_its_documentation()
    {
        (await _shell.RunAsync("steps")).Should().Be(0);

        _shell.Output.Should().MatchRegex("\n +[1-9][0-9]*  Given/When \\{caller\\} calls \\{operation\\}\n        Without arguments\\.")
            .And.Contain("`{caller}`: who makes a call")
            .And.MatchRegex("\n[1-9][0-9]* step forms, [1-9][0-9]* uses\n$")
            .And.NotMatchRegex("\n +0  ");
    }

    [Fact]
    public async Task The_uses_are_those_of_the_features_at_hand()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.feature",
            "Feature: A\n\n  Scenario: B\n    When Alice on \"PHONE\" calls getDevices\n    And Alice on \"PHONE\" calls getDevices\n");

        (await _shell.RunAsync("steps", "--features", folder.Path)).Should().Be(0);

        _shell.Output.Should().Contain("     2  Given/When {caller} calls {operation}\n").And.MatchRegex(" step forms, 2 uses\n$");
    }

    [Fact]
    public async Task Every_form_and_phrase_is_documented()
    {
        (await _shell.RunAsync("steps", "--markdown")).Should().Be(0);

        var blocks = _shell.Output.Split("\n\n");
        foreach (var (index, block) in blocks.Index().Where(block => block.Item.StartsWith("### ", StringComparison.Ordinal)))
            blocks.ElementAtOrDefault(index + 1).Should().MatchRegex("^[A-Z`]", "{0} is documented", block);
        _shell.Output.Should().NotContain("\n- \n");
    }

    [Fact]
    public async Task The_page_of_the_vocabulary_is_what_the_verb_writes()
    {
        (await _shell.RunAsync("steps", "--markdown")).Should().Be(0);

        (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "steps", "README.md"))).Should().Be(
            _shell.Output, "steps/README.md is generated: conformance steps --markdown > steps/README.md");
    }
}
