using Conformance.Runner.Features;
using Conformance.Runner.Xunit;
using FluentAssertions;
using Xunit;

namespace Conformance.Runner.Tests.Xunit;

public sealed class ScenarioTestDiscoveryTests
{
    private const string Class = "Conformance.Runner.Tests.Features.Devices.DeletingDevicesFeature";

    private static readonly FeatureSource Deletion = new("features/devices/deletion.feature", """
        @chapter
        Feature: Deleting devices
          @DEV-14
          Scenario: Deleting a device ends its session
            Given all is well
          Scenario Outline: It isn't <what>
            Given all is well
            @late
            Examples:
              | what |
              | over |
          @ignore
          Scenario: It is ignored
            Given all is well
        """);

    [Fact]
    public async Task Each_scenario_is_a_test_with_stable_names_traits_and_a_place()
    {
        var cases = await new AdapterRunner([Deletion], null).FindAsync(Class);

        cases.Select(testCase => testCase.DisplayName).Should().Equal(
            "Deleting devices: Deleting a device ends its session", "Deleting devices: It isn't over", "Deleting devices: It is ignored");
        cases.Should().OnlyContain(testCase => testCase.TestMethod.TestClass.Class.Name == Class);
        cases.Select(testCase => testCase.TestMethod.Method.Name)
            .Should().Equal("DeletingADeviceEndsItsSession", "ItIsntOver", "ItIsIgnored");
        cases.Select(testCase => testCase.SourceInformation.LineNumber).Should().Equal(4, 11, 13);
        cases.Should().OnlyContain(testCase => testCase.SourceInformation.FileName == Deletion.File);
        cases.Select(testCase => testCase.SkipReason).Should().Equal(null, null, "Ignored");
        cases[0].Traits.Should().BeEquivalentTo(new Dictionary<string, List<string>>
        {
            ["FeatureTitle"] = ["Deleting devices"],
            ["Description"] = ["Deleting a device ends its session"],
            ["Category"] = ["chapter", "DEV-14"],
        });
        cases[1].Traits["Category"].Should().Equal("chapter", "late");
    }

    [Fact]
    public async Task A_test_keeps_its_id_when_lines_are_put_before_it()
    {
        var before = await new AdapterRunner([Deletion], null).FindAsync(Class);
        var after = await new AdapterRunner([Deletion with { Text = $"# A comment.\n\n{Deletion.Text}" }], null).FindAsync(Class);

        after.Select(testCase => testCase.UniqueID).Should().Equal(before.Select(testCase => testCase.UniqueID)).And.OnlyHaveUniqueItems();
        after[0].SourceInformation.LineNumber.Should().Be(6);
    }

    [Fact]
    public async Task Names_that_differ_in_signs_alone_are_different_methods() =>
        (await new AdapterRunner([new FeatureSource("features/a.feature",
            "Feature: A\n" + string.Concat("+-*".Select(sign => $"  Scenario: a {sign} b\n    Given x\n")))], null)
            .FindAsync("Conformance.Runner.Tests.Features.AFeature")).Select(testCase => testCase.TestMethod.Method.Name)
                .Should().Equal("AB", "AB_2", "AB_3");

    [Fact]
    public async Task The_place_is_the_file_on_disk_where_there_is_one()
    {
        var root = Directory.CreateTempSubdirectory("features");
        try
        {
            var file = Path.Combine(root.FullName, "features", "devices", "deletion.feature");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, Deletion.Text);

            var cases = await new AdapterRunner([Deletion, Deletion with { File = "features/elsewhere.feature" }], root.FullName)
                .FindAsync();

            cases.OfType<ScenarioTestCase>().Select(testCase => testCase.SourceInformation.FileName).Distinct()
                .Should().Equal(file, "features/elsewhere.feature");
        }
        finally
        {
            root.Delete(true);
        }
    }

    [Fact]
    public async Task A_feature_that_cannot_be_read_is_a_test_too()
    {
        var cases = await new AdapterRunner(
            [new FeatureSource("features/broken.feature", "Feature: A\n  Whatever\n  Scenario: B\n    When x\n    Else y\n")], null)
            .FindAsync("Conformance.Runner.Tests.Features.BrokenFeature");

        cases.Should().ContainSingle().Which.DisplayName.Should().Be("features/broken.feature can be read");
        cases[0].SourceInformation.LineNumber.Should().Be(5);
    }

    [Fact]
    public async Task Ordinary_tests_are_found_as_well()
    {
        var names = (await new AdapterRunner([Deletion], null).FindAsync()).Select(testCase => testCase.DisplayName).ToList();

        names.Should().Contain("Deleting devices: It isn't over");
        names.Should().Contain(typeof(ScenarioTestDiscoveryTests).FullName + "." + nameof(Ordinary_tests_are_found_as_well));
    }

    [Fact]
    public void A_scenario_that_is_gone_asks_for_a_new_discovery() =>
        FluentActions.Invoking(() => new AdapterRunner([Deletion], null).Deserialize("scenario:0123"))
            .Should().Throw<InvalidOperationException>()
            .WithMessage("A scenario to run is in no feature of this build; discover the tests again.");

    [Theory]
    [InlineData("Deleting a device ends its session", "DeletingADeviceEndsItsSession")]
    [InlineData("It isn't 'so'", "ItIsntSo")]
    [InlineData("3 rows (1, a_b)", "_3Rows1A_b")]
    [InlineData("M_NOT_FOUND or 403", "M_NOT_FOUNDOr403")]
    [InlineData("…", "_")]
    public void Names_are_identifiers(string text, string identifier) => TestNames.Identifier(text).Should().Be(identifier);

    [Theory]
    [InlineData("features/user-interactive-auth/stages.feature", "A.Features.UserInteractiveAuth.StagesFeature")]
    [InlineData("stages.feature", "A.Features.StagesFeature")]
    public void Folders_are_namespaces(string file, string name) => TestNames.ClassOf("A", file, "stages").Should().Be(name);
}
