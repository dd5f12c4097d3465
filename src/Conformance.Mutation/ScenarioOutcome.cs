using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;

namespace Conformance.Mutation;

/// <summary>The outcome of a scenario on a homeserver.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Message">Why it is not a pass; null where nothing was thrown.</param>
/// <param name="Duration">How long it took.</param>
public sealed record ScenarioOutcome(Scenario Scenario, Verdict Verdict, string? Message, TimeSpan Duration)
{
    /// <summary>Whether the scenario finds a violation.</summary>
    public bool IsRed => Verdict is Verdict.Fail or Verdict.Warn;

    /// <summary>The answers of 500 or above that it got, each kind once.</summary>
    public IReadOnlyList<ServerError> ServerErrors { get; init; } = [];

    /// <summary>The folder of the feature.</summary>
    public string Chapter => Scenario.File.Split('/')[^2];

    /// <inheritdoc/>
    public override string ToString() => $"{Scenario}: {Verdict}{(Message is null ? "" : $", {Message}")}";
}
