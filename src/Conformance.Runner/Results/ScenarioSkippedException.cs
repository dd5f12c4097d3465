namespace Conformance.Runner.Results;

/// <summary>A step or hook cannot check what its scenario is about: the scenario is skipped.</summary>
/// <param name="reason">Why, for the report.</param>
public sealed class ScenarioSkippedException(string reason) : Exception(reason);
