namespace Conformance.Runner.Bindings;

/// <summary>What a scope is held against.</summary>
internal sealed record ScopeSubject(string? Feature, string? Scenario, IReadOnlyList<string> Tags)
{
    /// <summary>The run as a whole, to which no scope applies.</summary>
    public static ScopeSubject Run { get; } = new(null, null, []);

    /// <summary>The feature of a scenario.</summary>
    public static ScopeSubject OfFeature(Scenario scenario) => new(scenario.Feature, null, scenario.FeatureTags);

    /// <summary>A scenario.</summary>
    public static ScopeSubject Of(Scenario scenario) => new(scenario.Feature, scenario.Title ?? scenario.Name, scenario.Tags);
}
