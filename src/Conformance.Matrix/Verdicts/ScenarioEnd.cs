namespace Conformance.Matrix.Verdicts;

/// <summary>How the execution of a scenario ended, in the terms that a verdict needs.</summary>
/// <param name="Kind">The way it ended.</param>
/// <param name="Exception">What was thrown; null where nothing was.</param>
/// <param name="IsInSetUp">Whether it was thrown by a step that prepares the scenario.</param>
public sealed record ScenarioEnd(ScenarioEndKind Kind, Exception? Exception = null, bool IsInSetUp = false);
