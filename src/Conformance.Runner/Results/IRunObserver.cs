using Conformance.Runner.Features;

namespace Conformance.Runner.Results;

/// <summary>Is told of a run's progress while it runs. Calls come one at a time, in the order of the events.</summary>
public interface IRunObserver
{
    /// <summary>The run begins.</summary>
    /// <param name="scenarios">How many scenarios it has.</param>
    void RunStarted(int scenarios);

    /// <summary>A scenario begins.</summary>
    void ScenarioStarted(Scenario scenario);

    /// <summary>A scenario ended, and is to be tried once more, alone: it begins anew when all others have ended, unless it is decided by
    /// then.</summary>
    /// <param name="result">How it ended this time.</param>
    void ScenarioPutOff(ScenarioResult result);

    /// <summary>A scenario ended, or will not begin any more because the run was cancelled.</summary>
    void ScenarioFinished(ScenarioResult result);

    /// <summary>The run ended, or was cancelled.</summary>
    /// <param name="elapsed">From the first event to this one.</param>
    void RunFinished(TimeSpan elapsed);
}
