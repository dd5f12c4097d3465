namespace Conformance.Gherkin;

/// <summary>
/// Tells steps and hooks, which have it injected, until when they may run: until the scenario's time is up or the run is cancelled; in the hooks
/// after the scenario, until the time for these is up.
/// </summary>
/// <param name="cancellationToken">Ends with the time.</param>
public sealed class ScenarioDeadline(CancellationToken cancellationToken)
{
    /// <summary>Ends with the time. Read it anew in each step or hook: those after the scenario have another one.</summary>
    public CancellationToken CancellationToken { get; internal set; } = cancellationToken;
}
