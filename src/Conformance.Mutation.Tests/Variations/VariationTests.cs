using Conformance.Matrix.Verdicts;
using Conformance.Mutation.Variations;
using FluentAssertions;
using Xunit;

namespace Conformance.Mutation.Tests.Variations;

/// <summary>What the specification permits is neither red nor warned of: a false alarm is the worst that a suite can have.</summary>
/// <param name="runs">What the suite says of each variation.</param>
public sealed class VariationTests(VariationRuns runs) : IClassFixture<VariationRuns>
{
    public static TheoryData<string> Variations => [.. VariationCatalogue.All.Select(variation => variation.Name)];

    [Theory]
    [MemberData(nameof(Variations))]
    public void A_permitted_variation_raises_no_alarm(string name)
    {
        var run = runs.All[name];

        run.Outcomes.Should().NotBeEmpty();
        string.Join("\n", run.Alarms).Should().BeEmpty();
        string.Join("\n", run.Findings).Should().BeEmpty();
    }

    [Fact]
    public void A_server_with_single_sign_on_alone_is_tested_to_the_end_of_a_login() =>
        runs.All["single-sign-on-only"].Outcomes.Where(outcome => outcome.Verdict is Verdict.Pass).Select(outcome => outcome.Scenario.Name)
            .Should().Contain(["Single sign-on ends in a login", "The login token of single sign-on logs in without anything else"]);
}
