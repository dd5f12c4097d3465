using System.Globalization;
using Conformance.Runner;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>The features are written in the language that features/README.md describes.</summary>
public sealed class LanguageTests
{
    private const int LongestStep = 100;
    private const int LongestFeature = 250;
    private static readonly string[] StepKeywords = ["Given ", "When ", "Then ", "And ", "But "];

    private static readonly RequirementCatalogue Catalogue = RequirementCatalogue.LoadEmbedded();
    private static readonly IReadOnlyList<(string File, string[] Lines)> Files = Read();
    private static readonly IReadOnlyList<Scenario> Scenarios = EmbeddedFeatures.Load();

    /// <summary>A step is one short sentence.</summary>
    [Fact]
    public void No_step_is_longer_than_a_hundred_characters() =>
        Files.SelectMany(file => file.Lines.Select((line, index) => (Place: $"{file.File}:{index + 1}", Text: line.Trim())))
            .Where(line =>
                StepKeywords.Any(keyword => line.Text.StartsWith(keyword, StringComparison.Ordinal)) && line.Text.Length > LongestStep)
            .Select(line => $"{line.Place} {line.Text}").Should().BeEmpty();

    /// <summary>A feature is read in one go.</summary>
    [Fact]
    public void No_feature_is_longer_than_two_hundred_and_fifty_lines() =>
        Files.Where(file => file.Lines.Length >= LongestFeature).Select(file => file.File).Should().BeEmpty();

    /// <summary>A rule is a requirement, and its scenarios inherit the tag.</summary>
    [Fact]
    public void Every_scenario_stands_under_a_rule_that_is_a_requirement() =>
        Scenarios.Where(scenario => scenario.Rule is not { } rule || !Requirements(rule).Any() || rule.Tags.Except(scenario.Tags).Any())
            .Select(scenario => scenario.ToString()).Should().BeEmpty();

    /// <summary>A rule with one requirement is worded as the catalogue words that.</summary>
    [Fact]
    public void The_text_of_a_rule_is_the_catalogues() =>
        Scenarios.Select(scenario => (scenario.File, Rule: scenario.Rule!)).Where(place => place.Rule is not null)
            .DistinctBy(place => (place.File, place.Rule.Line))
            .Where(place => Requirements(place.Rule).ToList() is [var only] && place.Rule.Title != only.Text.TrimEnd('.'))
            .Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Rule.Line} {place.Rule.Title}"))
                .Should().BeEmpty();

    /// <summary>A sentence has one meaning, whatever its keyword.</summary>
    [Fact]
    public void A_form_means_one_thing() =>
        Registry.Definitions.GroupBy(definition => definition.Expression, StringComparer.Ordinal)
            .Where(form => form.Select(definition => definition.Method).Distinct().Count() > 1)
            .Select(form => form.Key).Should().BeEmpty();

    /// <summary>Earlier ids lead to scenarios that are there, and none of them is in use again.</summary>
    [Fact]
    public void Renamed_scenarios_are_there_under_their_new_ids()
    {
        var renamed = RenamedScenarios.LoadEmbedded();
        var ids = EmbeddedFeatures.Load().Select(scenario => scenario.File["features/".Length..^".feature".Length])
            .ToHashSet(StringComparer.Ordinal);

        renamed.EarlierIds.Should().NotBeEmpty();
        renamed.EarlierIds.SelectMany(renamed.SuccessorsOf).Where(id => !ids.Contains(id.Split('#')[0])).Should().BeEmpty();
    }

    private static BindingRegistry Registry => BindingRegistry.FromAssemblies(typeof(LanguageTests).Assembly);

    private static IEnumerable<Requirement> Requirements(ScenarioRule rule) =>
        rule.Tags.Select(tag => Catalogue.TryGet(tag, out var requirement) ? requirement : null).OfType<Requirement>();

    private static List<(string File, string[] Lines)> Read()
    {
        var assembly = typeof(EmbeddedFeatures).Assembly;
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (Name: name, File: name.Replace('\\', '/')))
            .Where(resource => resource.File.EndsWith(".feature", StringComparison.Ordinal))
            .Select(resource =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource.Name)!);
                return (resource.File, reader.ReadToEnd().Split('\n'));
            })];
    }
}
