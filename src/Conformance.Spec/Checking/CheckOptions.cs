namespace Conformance.Spec.Checking;

/// <summary>What to check.</summary>
public sealed record CheckOptions
{
    /// <summary>The folder that holds <c>data/</c>.</summary>
    public required string SpecDirectory { get; init; }

    /// <summary>The names of the rules to check in addition to the default ones; <c>all</c> means every rule.</summary>
    public IReadOnlyList<string> AlsoRules { get; init; } = [];

    /// <summary>The names of rules to leave out.</summary>
    public IReadOnlyList<string> WithoutRules { get; init; } = [];
}
