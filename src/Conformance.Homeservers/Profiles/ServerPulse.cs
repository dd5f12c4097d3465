using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;

namespace Conformance.Homeservers.Profiles;

/// <summary>Finds out whether a homeserver that broke a connection has died.</summary>
/// <param name="time">The clock.</param>
internal sealed class ServerPulse(TimeProvider time)
{
    // Long enough for a server that only drops connections, short beside the time that a scenario has to clean up.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks the server until it answers, or until it has been out of reach for a while. A slow server is alive.</summary>
    /// <param name="run">The run on it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<bool> IsDeadAsync(TestRun run, CancellationToken cancellationToken)
    {
        var call = new OperationCall { Operation = run.Specification.GetOperation(Operations.GetVersions), ObeyRateLimit = false };
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < Patience;)
        {
            var exchange = await run.Client.SendAsync(call, Caller.Anonymous, ExchangeRole.CleanUp, cancellationToken);
            if (!exchange.ConnectionBroke)
                return false;
            await Task.Delay(Interval, time, cancellationToken);
        }

        return true;
    }
}
