using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests;

public sealed class RenamedScenariosTests
{
    [Fact]
    public void An_earlier_id_leads_to_one_scenario_or_several()
    {
        var renamed = RenamedScenarios.Parse("renamed.yaml", "a/b#one: a/b#first\na/b#two:\n- a/b#second\n- a/c#third\n");

        renamed.EarlierIds.Should().BeEquivalentTo("a/b#one", "a/b#two");
        renamed.SuccessorsOf("a/b#one").Should().Equal("a/b#first");
        renamed.SuccessorsOf("a/b#two").Should().Equal("a/b#second", "a/c#third");
        renamed.SuccessorsOf("a/b#first").Should().BeEmpty();
    }

    [Theory]
    [InlineData("- a/b#one\n", "renamed.yaml:1: the file is not a mapping")]
    [InlineData("# a comment\na/b#one:\n", "renamed.yaml:2: the entry has no id, or nothing in its place")]
    [InlineData("a/b#one: []\n", "renamed.yaml:1: the entry has no id, or nothing in its place")]
    [InlineData("a/b#one:\n- {x: y}\n", "renamed.yaml:1: the entry has no id, or nothing in its place")]
    [InlineData("a/b#one: \"open\n", "renamed.yaml:1: this is not valid YAML")]
    public void What_is_not_such_a_table_is_refused_with_its_line(string text, string message) =>
        FluentActions.Invoking(() => RenamedScenarios.Parse("renamed.yaml", text)).Should().Throw<SpecException>()
            .Which.Message.Should().Be($"{message}; write the earlier id of a scenario, a colon, and its id now, or a list of ids.");

    [Fact]
    public void A_chapter_that_renames_what_another_has_renamed_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var chapter in new[] { "a", "b" })
            {
                var path = folder.CreateSubdirectory(chapter).FullName;
                File.WriteAllText(Path.Combine(path, "renamed.yaml"), "a/b#one: a/b#first\n");
            }

            FluentActions.Invoking(() => RenamedScenarios.LoadDirectory(folder.FullName)).Should().Throw<SpecException>()
                .Which.Message.Should().Contain("a/b#one was renamed already");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void What_was_renamed_twice_leads_to_its_latest_name()
    {
        var table = RenamedScenarios.Parse("renamed.yaml", "a#1: a#2\na#2: [a#3, a#4]\na#4: a#3\nb#1: b#2\nb#2: b#1\n");

        table.SuccessorsOf("a#1").Should().Equal("a#3");
        table.SuccessorsOf("a#2").Should().Equal("a#3");
        table.SuccessorsOf("b#1").Should().BeEmpty();
        table.SuccessorsOf("a#3").Should().BeEmpty();
    }
}
