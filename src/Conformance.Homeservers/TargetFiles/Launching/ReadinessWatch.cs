using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Conformance.Homeservers.TargetFiles.Launching;

/// <summary>Waits until a homeserver that was started answers.</summary>
/// <param name="launch">The server.</param>
/// <param name="mask">Takes the secrets out of a text.</param>
internal sealed class ReadinessWatch(ILaunch launch, Func<string, string> mask)
{
    private const int LogLines = 40;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Waits until the server answers 200.</summary>
    /// <param name="url">What is asked for.</param>
    /// <param name="deadline">How long it may take.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="TargetException">It does not, or ends; the message has the last lines of its log below the first line.</exception>
    public async Task AwaitAsync(Uri url, TimeSpan deadline, CancellationToken cancellationToken)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };
        using var pause = new PeriodicTimer(Pause);
        var started = Stopwatch.GetTimestamp();
        string last;
        do
        {
            last = await AskAsync(client, url, cancellationToken);
            if (last.Length == 0)
                return;
            if (!await launch.IsRunningAsync(cancellationToken))
                throw await FailureAsync($"{launch.Description} ended before it was ready", "correct its configuration in the target file", cancellationToken);
        }
        while (Stopwatch.GetElapsedTime(started) < deadline && await pause.WaitForNextTickAsync(cancellationToken));

        var seconds = deadline.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        throw await FailureAsync($"{launch.Description} is not ready after {seconds} s: GET {url} {last}", "see what it says, or give it more time (ready: seconds)", cancellationToken);
    }

    // Empty for 200, else what came instead.
    private static async Task<string> AskAsync(HttpClient client, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(url, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK ? "" : FormattableString.Invariant($"answers {(int)answer.StatusCode}");
        }
        catch (HttpRequestException)
        {
            return "gets no answer";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "gets no answer in time";
        }
    }

    private async Task<TargetException> FailureAsync(string what, string remedy, CancellationToken cancellationToken)
    {
        var log = mask(await launch.LogsAsync(LogLines, cancellationToken)).TrimEnd();
        return new TargetException(log.Length == 0
            ? $"{what}, and it has written nothing; {remedy}."
            : $"{what}; {remedy}. The end of its log:\n  {log.Replace("\n", "\n  ", StringComparison.Ordinal)}");
    }
}
