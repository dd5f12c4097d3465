using System.Collections.Concurrent;
using System.Text;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.Homeservers.Tests.Containers;

/// <summary>As much of an engine as a test needs, on a Unix socket: it answers 404 to what the test has not given an answer for.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<FakeCall> _calls = new();

    private FakeEngine()
    {
        _folder = Directory.CreateTempSubdirectory("engine");
        Socket = Path.Combine(_folder.FullName, "s");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.ListenUnixSocket(Socket));
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public string Socket { get; }

    /// <summary>What was asked, in order, without the version of the API.</summary>
    public IReadOnlyList<FakeCall> Calls => [.. _calls];

    public static async Task<FakeEngine> StartAsync(string apiVersion = "1.41")
    {
        var engine = new FakeEngine();
        engine.Answer("GET /version", 200, $$"""{"Version":"20.10.24","ApiVersion":"{{apiVersion}}","Components":[{"Name":"Engine"}]}""");
        await engine._application.StartAsync();
        return engine;
    }

    /// <summary>Gives an answer to a method and path.</summary>
    public void Answer(string call, int status, string body) => Answer(call, status, Encoding.UTF8.GetBytes(body));

    public void Answer(string call, int status, byte[] body) => _answers[call] = async context =>
    {
        context.Response.StatusCode = status;
        if (status is not (204 or 304))
            await context.Response.Body.WriteAsync(body);
    };

    /// <summary>Sends the text, and then nothing more until the other side hangs up.</summary>
    public void Hang(string call, string start = "") => _answers[call] = async context =>
    {
        if (start.Length > 0)
        {
            await context.Response.WriteAsync(start);
            await context.Response.Body.FlushAsync();
        }

        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };

    public async Task<IContainerEngine> ConnectAsync(EngineDeadlines? deadlines = null) =>
        await DockerEngine.ConnectAsync(
            EngineAddress.OfSocket(Socket), deadlines ?? EngineDeadlines.Usual, RunOwner.OfThisProcess(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var path = context.Request.Path.Value!;
        var versioned = path.StartsWith("/v1.", StringComparison.Ordinal);
        var end = versioned ? path.IndexOf('/', 1) : 0;
        var call = $"{context.Request.Method} {path[end..]}";
        _calls.Enqueue(
            new FakeCall(call, Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""), versioned
                ? path[1..end]
                : "", body.ToArray()));
        if (_answers.TryGetValue(call, out var answer))
            await answer(context);
        else
            context.Response.StatusCode = 404;
    }
}
