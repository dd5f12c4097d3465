using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Matrix.Redaction;
using Conformance.Spec;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>How long a server is waited for, and what is said of one that does not come up.</summary>
public sealed class ServerReadinessTests
{
    [Fact]
    public async Task A_server_is_ready_once_it_answers_200()
    {
        var answers = 0;
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(++answers < 3 ? 503 : 200, "{}"));
        await Readiness(server.BaseUrl).WaitAsync(default);
        server.Requests.Select(request => request.Target).Should().Equal(Enumerable.Repeat("/_matrix/client/versions", 3));
    }

    [Fact]
    public async Task A_server_that_never_answers_200()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(503, "{}"));
        (await FailureAsync(Readiness(server.BaseUrl, TimeSpan.FromSeconds(1)))).Should().Be(
            $"The profile default did not answer {server.BaseUrl}_matrix/client/versions with 200 within 1 s: it answers 503; see its log, or give it more time.\nlast 40 lines");
    }

    [Fact]
    public async Task A_server_that_nobody_reaches()
    {
        var url = new Uri($"http://127.0.0.1:{PublishedPort.FindFree()}");
        (await FailureAsync(Readiness(url, TimeSpan.FromMilliseconds(300)))).Should().Be(
            $"The profile default did not answer {url}_matrix/client/versions with 200 within 0.3 s: the connection is refused; see its log, or give it more time.\nlast 40 lines");
    }

    [Fact]
    public async Task The_first_outcome_is_told_however_short_the_time()
    {
        var url = new Uri($"http://127.0.0.1:{PublishedPort.FindFree()}");
        (await FailureAsync(Readiness(url, TimeSpan.Zero))).Should().Contain(" within 0 s: the connection is refused; ");
    }

    [Fact]
    public async Task A_process_that_has_ended_is_not_waited_for()
    {
        var url = new Uri($"http://127.0.0.1:{PublishedPort.FindFree()}");
        (await FailureAsync(Readiness(url, isRunning: false, log: "token=secret\n\n"))).Should().Be(
            $"The profile default ended before it answered {url}_matrix/client/versions; its log says why.\ntoken=<token>");
    }

    [Fact]
    public async Task A_log_that_is_empty_or_cannot_be_had_is_told_so()
    {
        var url = new Uri($"http://127.0.0.1:{PublishedPort.FindFree()}");
        (await FailureAsync(Readiness(url, isRunning: false, log: "\n"))).Should().Be(
            $"The profile default ended before it answered {url}_matrix/client/versions; its log says why. (The log is empty.)");
        (await FailureAsync(Readiness(url, isRunning: false, log: null))).Should().EndWith("its log says why.\nThe engine has none.");
    }

    [Fact]
    public async Task Waiting_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var act = () => Readiness(new Uri($"http://127.0.0.1:{PublishedPort.FindFree()}")).WaitAsync(cancellation.Token);
        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    private static ServerReadiness Readiness(Uri url, TimeSpan? deadline = null, bool isRunning = true, string? log = "") => new()
    {
        Name = "The profile default",
        BaseUrl = url,
        Deadline = deadline ?? TimeSpan.FromMinutes(1),
        IsRunning = _ => Task.FromResult(isRunning),
        Logs = (lines, _) => log is null
            ? throw new ContainerException(new Problem("The engine has none."))
            : Task.FromResult(log.Length == 0 ? $"last {lines} lines\n" : log),
        Redactor = new Redactor(),
    };

    private static async Task<string> FailureAsync(ServerReadiness readiness)
    {
        var act = () => readiness.WaitAsync(default);
        return (await act.Should().ThrowAsync<TargetException>()).Which.Message;
    }
}
