using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Runs;
using Conformance.Reports.Building;

namespace Conformance.Cli.Running;

/// <summary>Reads the logs of the homeservers that a run started, once, when somebody first wants them.</summary>
/// <param name="scheduler">Has the homeservers.</param>
internal sealed class LogReading(ProfileScheduler scheduler)
{
    private const int FirstServerError = 500;

    // They come from containers or processes, which may be gone by now.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private Task<IReadOnlyList<ServerLogText>>? _logs;

    /// <summary>The logs; none where an engine hangs, which does not cost the run its report.</summary>
    public Task<IReadOnlyList<ServerLogText>> ReadAsync() => _logs ??= ReadNowAsync();

    /// <summary>What they may say of the server errors of a run; nothing where no server answered with 500 or above.</summary>
    /// <param name="record">What the run saw.</param>
    public async Task<ServerLogs> OfErrorsAsync(RunRecord record)
    {
        if (!record.Responses.Entries.Any(entry => entry.Status >= FirstServerError))
            return ServerLogs.None;
        var logs = await ReadAsync().ConfigureAwait(false);
        return new ServerLogs(
            logs.Where(log => log.BaseUrl is not null).Select(log => (log.BaseUrl!, log.Text)), TimeProvider.System.GetUtcNow());
    }

    private async Task<IReadOnlyList<ServerLogText>> ReadNowAsync()
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            return await scheduler.LogsAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return [];
        }
    }
}
