using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Runs;
using Conformance.Reports.Building;

namespace Conformance.Cli.Running;

/// <summary>Reads the logs of the homeservers that a run started, for what they say of its server errors.</summary>
internal static class LogReading
{
    private const int FirstServerError = 500;

    /// <summary>Reads logs from the containers or processes, which may be gone by now.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The logs; none where no server answered with 500 or above.</summary>
    /// <param name="scheduler">Has the homeservers.</param>
    /// <param name="record">What the run saw.</param>
    public static async Task<ServerLogs> OfAsync(ProfileScheduler scheduler, RunRecord record)
    {
        if (!record.Responses.Entries.Any(entry => entry.Status >= FirstServerError))
            return ServerLogs.None;
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            var logs = await scheduler.LogsAsync(deadline.Token).ConfigureAwait(false);
            return new ServerLogs(
                logs.Where(log => log.BaseUrl is not null).Select(log => (log.BaseUrl!, log.Text)), TimeProvider.System.GetUtcNow());
        }
        catch (OperationCanceledException)
        {
            // An engine that hangs does not cost the run its report.
            return ServerLogs.None;
        }
    }
}
