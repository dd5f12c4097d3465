using Conformance.Matrix.Exchanges;
using Conformance.Runner.Results;
using Conformance.Runner.Running;

namespace Conformance.Reports.Building;

/// <summary>
/// Tells whether a homeserver bears the scenarios that run at a time. An answer that is slow, or a 429, or none at all says that it does
/// not; and so does a 5xx to a call that prepares or observes. A scenario's own subject may be a request that always gives a 5xx.
/// </summary>
public static class ServerStrain
{
    private const int TooMany = 429;

    // As long as many people wait for a page.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    /// <summary>The options of a run that goes on more slowly where the homeserver is strained.</summary>
    /// <param name="options">The run's other options.</param>
    public static RunOptions In(RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options with { IsStrained = IsSeenIn };
    }

    /// <summary>Whether a scenario shows it.</summary>
    /// <param name="result">What became of the scenario.</param>
    public static bool IsSeenIn(ScenarioResult result) =>
        ScenarioVerdict.RecordOf(result)?.Exchanges.Any(ShowsIt) == true;

    private static bool ShowsIt(Exchange exchange) =>
        (exchange.IsServerError && exchange.Role is ExchangeRole.SetUp or ExchangeRole.Observation)
        || exchange.RateLimitWaits > 0
        || exchange.Duration >= Slow
        || exchange.Response is null or { Status: TooMany };
}
