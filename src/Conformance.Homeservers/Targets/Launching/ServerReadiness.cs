using System.Net;
using System.Net.Sockets;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Redaction;
using Conformance.Spec;

namespace Conformance.Homeservers.Targets.Launching;

/// <summary>Waits until a homeserver that was just started answers, be it in a container or a plain process.</summary>
public sealed class ServerReadiness
{
    /// <summary>How many lines of the log to show if a server does not start.</summary>
    public const int LogLines = 40;

    private const string Probe = "_matrix/client/versions";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(5);

    /// <summary>The server's name in messages: <c>The profile default of synapse</c>, for example.</summary>
    public required string Name { get; init; }

    /// <summary>The URL under which it is to answer.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>How long it may take.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>Whether its process is still there; asked about once a second.</summary>
    public required Func<CancellationToken, Task<bool>> IsRunning { get; init; }

    /// <summary>Reads the last lines of its log, at most as many as asked for.</summary>
    public required Func<int, CancellationToken, Task<string>> Logs { get; init; }

    /// <summary>Keeps secrets out of the log lines shown.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>The readiness of a server in a container.</summary>
    /// <param name="container">The container, started.</param>
    /// <param name="name">As <see cref="Name"/>.</param>
    /// <param name="baseUrl">As <see cref="BaseUrl"/>.</param>
    /// <param name="deadline">As <see cref="Deadline"/>.</param>
    /// <param name="redactor">As <see cref="Redactor"/>.</param>
    public static ServerReadiness Of(IContainer container, string name, Uri baseUrl, TimeSpan deadline, Redactor redactor)
    {
        ArgumentNullException.ThrowIfNull(container);
        return new ServerReadiness
        {
            Name = name,
            BaseUrl = baseUrl,
            Deadline = deadline,
            IsRunning = container.IsRunningAsync,
            Logs = container.LogsAsync,
            Redactor = redactor,
        };
    }

    /// <summary>Returns once <c>GET /_matrix/client/versions</c> answers 200.</summary>
    /// <param name="cancellationToken">Cancels the waiting.</param>
    /// <exception cref="TargetException">The server has ended, or does not answer 200 in time. The message is one line, followed by the
    /// last lines of the log.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(Deadline);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var url = new Uri($"{BaseUrl.AbsoluteUri.TrimEnd('/')}/{Probe}");
        var last = "";
        try
        {
            for (var round = 0; ; round++)
            {
                // The first round runs whatever the deadline: on a busy machine it may take longer, and its outcome is the reason in the
                // message.
                var token = round == 0 ? cancellationToken : both.Token;
                if (round % 10 == 0 && !await IsRunning(token))
                    throw await FailureAsync($"{Name} ended before it answered {url}", null, "its log says why.", cancellationToken);
                if (await AskAsync(http, url, token) is not { } problem)
                    return;
                last = problem;
                await Task.Delay(Interval, both.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            var seconds = FormattableString.Invariant($"{Deadline.TotalSeconds:0.###} s");
            throw await FailureAsync(
                $"{Name} did not answer {url} with 200 within {seconds}", last, "see its log, or give it more time.", cancellationToken);
        }
    }

    // Null means ready. The limit is there because a connection that is accepted but never served must not hide that the process has ended.
    private static async Task<string?> AskAsync(HttpClient http, Uri url, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(AnswerLimit);
        try
        {
            using var response = await http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return response.StatusCode == HttpStatusCode.OK ? null : $"it answers {(int)response.StatusCode}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "the connection is accepted, but no answer comes";
        }
        catch (HttpRequestException exception)
        {
            return exception.GetBaseException() is SocketException { SocketErrorCode: SocketError.ConnectionRefused }
                ? "the connection is refused"
                : "the connection is cut off";
        }
    }

    private async Task<TargetException> FailureAsync(string what, string? why, string nextStep, CancellationToken cancellationToken)
    {
        string log;
        try
        {
            log = Redactor.Text(await Logs(LogLines, cancellationToken)).TrimEnd();
        }
        catch (ContainerException exception)
        {
            log = exception.Message;
        }

        return new TargetException(new Problem(what)
        {
            Why = why,
            NextStep = log.Length == 0 ? $"{nextStep} (The log is empty.)" : $"{nextStep}\n{log}",
        });
    }
}
