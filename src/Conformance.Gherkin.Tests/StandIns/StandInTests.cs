using System.Text.RegularExpressions;
using Conformance.Gherkin.Results;
using Conformance.Testing;
using FluentAssertions;
using Reqnroll;
using Reqnroll.BoDi;
using Xunit;

namespace Conformance.Gherkin.Tests.StandIns;

/// <summary>
/// Our engine's names mean what Reqnroll's do: the members by a list read off Reqnroll, the meanings by what was observed of it. Where Reqnroll can be
/// had, <c>dotnet test steps -p:FullPackages=true</c> shows it with the steps themselves.
/// </summary>
public sealed partial class StandInTests
{
    [Fact]
    public void What_we_offer_of_Reqnroll_is_as_Reqnroll_has_it()
    {
        var list = Path.Combine(Repository.Root, "src", "Conformance.Gherkin.Tests", "StandIns", "reqnroll-3.3.3.txt");
        PublicSurface.Of(typeof(BindingRegistry).Assembly, "Reqnroll").Should().Equal(File.ReadLines(list).Where(line => !line.StartsWith('#')));
    }

    [Fact]
    public void Every_name_that_the_steps_take_from_Reqnroll_is_in_the_list()
    {
        var offered = PublicSurface.Of(typeof(BindingRegistry).Assembly, "Reqnroll").Select(line => line.Split(' ', '(', '.')[1]).ToHashSet(StringComparer.Ordinal);
        Repository.Files("steps", "*.cs").SelectMany(file => Attributes().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value + "Attribute"))
            .Distinct(StringComparer.Ordinal).Should().NotBeEmpty().And.BeSubsetOf(offered);
    }

    [Fact]
    public void Defaults_are_those_of_Reqnroll()
    {
        new BeforeScenarioAttribute().Order.Should().Be(10000);
        new StepArgumentTransformationAttribute().Order.Should().Be(10000);
        new BeforeScenarioAttribute("smoke", "@slow").Tags.Should().Equal("smoke", "@slow");
        new GivenAttribute("this").ExpressionType.Should().Be(ExpressionType.Unspecified);
        new BeforeAttribute().Should().BeAssignableTo<BeforeScenarioAttribute>();
        new AfterAttribute().Should().BeAssignableTo<AfterScenarioAttribute>();
    }

    /// <summary>Observed with Reqnroll.xUnit 3.3.3: a skip keeps its reason, a pending step fails, an ignored scenario runs no hook.</summary>
    [Theory]
    [InlineData("When it is skipped", ScenarioOutcome.Skipped, "why")]
    [InlineData("When it is pending", ScenarioOutcome.Failed, null)]
    [InlineData("When nobody knows it", ScenarioOutcome.BindingError, null)]
    public async Task Outcomes_are_those_of_Reqnroll(string step, ScenarioOutcome outcome, string? reason)
    {
        var (results, _) = await Engine.RunAsync(Engine.Steps(step), new RunOptions(), typeof(Outcomes));
        results.Should().ContainSingle().Which.Should().Match<ScenarioResult>(result => result.Outcome == outcome && result.SkipReason == reason);
    }

    [Fact]
    public async Task A_scenario_has_its_own_container_below_those_of_its_feature_and_of_the_run()
    {
        var (results, _) = await Engine.RunAsync(Engine.Steps("When it registers an instance\nWhen it asks for the instance"), new RunOptions(), typeof(Outcomes));
        results.Should().ContainSingle().Which.Outcome.Should().Be(ScenarioOutcome.Passed);
    }

    [GeneratedRegex(@"^\s*\[(Binding|Given|When|Then|StepDefinition|StepArgumentTransformation|Scope|(?:Before|After)\w*)\b", RegexOptions.Multiline)]
    private static partial Regex Attributes();

    [Binding]
    private sealed class Outcomes(ScenarioContext context, IObjectContainer container)
    {
        [When("it is skipped")]
        public static void Skipped() => Skip.If(true, "why");

        [When("it is pending")]
        public static void Pending() => throw new PendingStepException();

        [When("it registers an instance")]
        public void Registers() => context.ScenarioContainer.RegisterInstanceAs(new Uri("https://example.org"));

        [When("it asks for the instance")]
        public void Asks() => container.Resolve<Uri>().Host.Should().Be("example.org");
    }
}
