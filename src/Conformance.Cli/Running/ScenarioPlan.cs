using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps.Scenes;

namespace Conformance.Cli.Running;

/// <summary>
/// The profiles that the scenarios need, and the order in which the scenarios run. The few that wait for tokens to expire come first, since
/// they do nothing for most of their time. Then come those whose homeserver is ready first. Features take turns, one scenario each, so that
/// scenarios of one slow endpoint do not all wait for it at once, nor at the end of the run.
/// </summary>
internal sealed class ScenarioPlan
{
    private static readonly Need ShortTokens = Need.ShortTokenLifetime;

    private ScenarioPlan(IReadOnlyList<Profile> profiles, IReadOnlyList<Scenario> scenarios) =>
        (Profiles, Scenarios) = (profiles, scenarios);

    /// <summary>The profiles to start, in this order; at least one.</summary>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>The scenarios in the order to run them in.</summary>
    public IReadOnlyList<Scenario> Scenarios { get; }

    /// <summary>Makes a plan.</summary>
    public static ScenarioPlan Of(IReadOnlyList<Scenario> scenarios, RequirementCatalogue catalogue, ProfileScheduler scheduler)
    {
        var places = scheduler.Profiles.Select((profile, place) => (profile, place))
            .ToDictionary(pair => pair.profile.Name, pair => pair.place, StringComparer.Ordinal);
        var placed = scenarios.Select(scenario => Place(scenario, catalogue, scheduler)).ToList();
        var wanted = placed.Select(pair => pair.Profile).OfType<Profile>().DistinctBy(profile => profile.Name)
            .OrderBy(profile => places[profile.Name]).ToList();
        return new ScenarioPlan(
            wanted.Count > 0 ? wanted : [scheduler.Profiles[0]],
            [.. InTurns(placed).OrderBy(pair => !pair.Waits).ThenBy(pair => pair.Profile is null ? -1 : places[pair.Profile.Name])
                .Select(pair => pair.Scenario)]);
    }

    private static IEnumerable<(Scenario Scenario, Profile? Profile, bool Waits)> InTurns(
        IReadOnlyList<(Scenario Scenario, Profile? Profile, bool Waits)> placed) =>
        placed.GroupBy(pair => pair.Scenario.File, StringComparer.Ordinal)
            .SelectMany(feature => feature.Select((pair, turn) => (pair, turn)))
            .OrderBy(entry => entry.turn)
            .Select(entry => entry.pair);

    // The profile is null where none meets the needs, or where the tags make no sense; the scenario reports that itself.
    private static (Scenario Scenario, Profile? Profile, bool Waits) Place(
        Scenario scenario, RequirementCatalogue catalogue, ProfileScheduler scheduler)
    {
        try
        {
            var needs = ScenarioNeeds.Of(scenario.Tags, catalogue).Needs;
            var profile = scheduler.Choose(needs, out var unmet);
            return (scenario, unmet.Count == 0 ? profile : null, needs.Contains(ShortTokens));
        }
        catch (SuiteErrorException)
        {
            return (scenario, null, false);
        }
    }
}
