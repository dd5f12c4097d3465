using Conformance.Runner.Features;

namespace Conformance.Runner.Bindings;

/// <summary>A step that cannot be run.</summary>
/// <param name="Scenario">Its scenario.</param>
/// <param name="Step">The step.</param>
/// <param name="Reason">Why.</param>
/// <param name="Message">Where, why, and what to do: <c>file:line: ...</c>, on several lines.</param>
public sealed record UnboundStep(Scenario Scenario, ScenarioStep Step, UnboundReason Reason, string Message);
