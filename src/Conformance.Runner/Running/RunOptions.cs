using Conformance.Runner.Results;
using Reqnroll.BoDi;

namespace Conformance.Runner.Running;

/// <summary>How scenarios are run.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// How many scenarios run at the same time at most, at least 1. They wait for a server most of the time: many more than there are
    /// cores. Fewer run while <see cref="IsStrained"/> says so.
    /// </summary>
    public int Parallelism { get; init; } = 32;

    /// <summary>Whether a scenario that has ended shows that the server is strained, so that fewer are to run at a time for a while; null
    /// where nobody can tell.</summary>
    public Func<ScenarioResult, bool>? IsStrained { get; init; }

    /// <summary>How long a scenario may take from its first hook to its last step.</summary>
    public TimeSpan ScenarioTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long the hooks after a scenario may take together, and each hook after a feature or the run, whatever happened before.
    /// </summary>
    public TimeSpan CleanUpTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a step that is asked to stop may take to do so before it is left to itself.</summary>
    public TimeSpan StopTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether a scenario that ended so is tried once more, alone, when all others have ended; its second result counts. Null, the default,
    /// where none is. Asked when the scenario has ended, many at a time, and once more when its turn has come: what was tried in between
    /// may have decided it. It keeps its first result then.
    /// </summary>
    public Func<ScenarioResult, bool>? TryAgain { get; init; }

    /// <summary>Is told how a second try ended, before <see cref="TryAgain"/> is asked about the next; null for nobody.</summary>
    public Action<ScenarioResult>? TriedAgain { get; init; }

    /// <summary>Who hears of the progress.</summary>
    public IReadOnlyList<IRunObserver> Observers { get; init; } = [];

    /// <summary>Registers run-wide instances in the run's container, before the <c>[BeforeTestRun]</c> hooks.</summary>
    public Action<IObjectContainer>? ConfigureRun { get; init; }
}
