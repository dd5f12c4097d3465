using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>The features fit the catalogue of requirements.</summary>
public sealed class VocabularyTests
{
    /// <summary>The chapters in which every requirement that can be checked is.</summary>
    private static readonly string[] CompleteChapters =
    [
        "access-tokens", "appservice", "contact-3pid", "deactivation", "devices", "login", "login-token", "logout", "password",
            "refreshing-tokens", "registration",
        "request-token", "user-interactive-auth", "user-interactive-auth-stages", "whoami",
    ];

    private static readonly IReadOnlyList<Scenario> Scenarios = EmbeddedFeatures.Load();
    private static readonly RequirementCatalogue Catalogue = RequirementCatalogue.LoadEmbedded();

    /// <summary>Every scenario stands on a clause.</summary>
    [Fact]
    public void Every_scenario_is_tagged_with_a_requirement() =>
        Scenarios.Where(scenario => !scenario.Tags.Any(tag => Catalogue.TryGet(tag, out _))).Select(scenario => scenario.ToString())
            .Should().BeEmpty();

    /// <summary>A tag is a requirement, or a need that the scenario has beyond its requirement's.</summary>
    [Fact]
    public void Every_tag_is_known() =>
        Scenarios.SelectMany(scenario => scenario.Tags).Distinct(StringComparer.Ordinal)
            .Where(tag => !Catalogue.TryGet(tag, out _)
                && !(tag.StartsWith("needs-", StringComparison.Ordinal) && Need.TryParse(tag["needs-".Length..], out _)))
            .Should().BeEmpty();

    /// <summary>A warning and a failure are not mixed in one scenario: a violation could not be graded.</summary>
    [Theory]
    [InlineData(Strictness.Normal)]
    [InlineData(Strictness.Lenient)]
    public void The_requirements_of_a_scenario_are_of_one_grade(Strictness strictness) =>
        Scenarios.Where(scenario => scenario.Tags
                .Select(tag => Catalogue.TryGet(tag, out var requirement) ? VerdictPolicy.OnlyWarns(requirement, strictness) : (bool?)null)
                .Where(grade => grade is not null).Distinct().Count() > 1)
            .Select(scenario => scenario.ToString()).Should().BeEmpty();

    /// <summary>Nothing that can be checked in a complete chapter is left unchecked.</summary>
    [Fact]
    public void Every_requirement_of_a_complete_chapter_is_checked()
    {
        var tagged = Scenarios.SelectMany(scenario => scenario.Tags).ToHashSet(StringComparer.Ordinal);
        Catalogue.All
            .Where(requirement => CompleteChapters.Contains(requirement.Chapter) && requirement.Testable != Testability.No
                && !tagged.Contains(requirement.Id))
            .Select(requirement => requirement.Id).Should().BeEmpty();
    }
}
