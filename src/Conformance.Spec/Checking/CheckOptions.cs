namespace Conformance.Spec.Checking;

/// <summary>What to check.</summary>
public sealed record CheckOptions
{
    /// <summary>The folder that holds <c>data/</c>.</summary>
    public required string SpecDirectory { get; init; }

    /// <summary>The names of the rules to check beside those that are checked by default; <c>all</c> is every rule.</summary>
    public IReadOnlyList<string> AlsoRules { get; init; } = [];

    /// <summary>The names of rules to leave out.</summary>
    public IReadOnlyList<string> WithoutRules { get; init; } = [];
}
