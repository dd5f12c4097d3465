using System.Net.Sockets;
using System.Text;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Containers;

/// <summary>What every <see cref="IContainerEngine"/> does, shown on an engine that is there; skipped where there is none, or no
/// image.</summary>
public abstract class ContainerEngineContract : IAsyncLifetime
{
    // No registry is asked: any image with /bin/sh and python3 does, and this is the one that the suite itself makes.
    private const string Image = "conformance/synapse:debian";

    private const string Server = """
        import http.server, os
        class Handler(http.server.SimpleHTTPRequestHandler):
            def do_GET(self):
                found = self.path == "/_matrix/client/versions"
                self.send_response(200 if found else 404)
                self.end_headers()
                self.wfile.write(os.environ["GREETING"].encode())
        print("listening", flush=True)
        http.server.HTTPServer(("", 8008), Handler).serve_forever()
        """;

    private IContainerEngine? _engine;
    private string? _reason;

    private IContainerEngine Engine
    {
        get
        {
            Skip.If(_reason is not null, _reason);
            return _engine!;
        }
    }

    /// <summary>Connects to the machine's engine.</summary>
    protected abstract Task<IContainerEngine> ConnectAsync();

    /// <summary>Connects to it as a process would that has ended since.</summary>
    protected abstract Task<IContainerEngine> ConnectAsEndedAsync();

    /// <summary>Removes a container that was made to be kept.</summary>
    protected abstract Task RemoveAsync(IContainer container);

    public async Task InitializeAsync()
    {
        try
        {
            _engine = await ConnectAsync();
            _reason = await _engine.HasImageAsync(Image, default)
                ? null
                : $"the image {Image} is not there; targets/synapse/build-image.sh makes it";
        }
        catch (ContainerException exception)
        {
            _reason = exception.Message;
        }
    }

    public async Task DisposeAsync()
    {
        if (_engine is not null)
            await _engine.DisposeAsync();
    }

    [SkippableFact]
    public async Task An_image_that_is_nowhere()
    {
        (await Engine.HasImageAsync("localhost:1/nowhere:never", default)).Should().BeFalse();
        var act = () => Engine.PullImageAsync("localhost:1/nowhere:never", null, default);
        (await act.Should().ThrowAsync<ContainerException>()).Which.Message.Should().StartWith(
            "The image localhost:1/nowhere:never could not be pulled: ").And.NotContain("\n");
        act = () => Engine.CreateAsync(Shell("true") with { Image = "localhost:1/nowhere:never" }, default);
        (await act.Should().ThrowAsync<ContainerException>()).Which.Message.Should().StartWith(
            "The image localhost:1/nowhere:never is not on this machine; ");
    }

    [SkippableFact]
    public async Task A_server_is_reached_at_its_published_port()
    {
        var port = PublishedPort.FindFree();
        await using var container = await Engine.CreateAsync(
            new ContainerSpecification
            {
                Image = Image,
                Name = "contract",
                Entrypoint = ["python3", "/srv/made/here/server.py"],
                Environment = new Dictionary<string, string> { ["GREETING"] = "hello = there" },
                Files = [ContainerFile.OfText("/srv/made/here/server.py", Server)],
                Ports = [new PublishedPort(8008, port)],
            },
            default);
        (await container.IsRunningAsync(default)).Should().BeFalse();
        await container.StartAsync(default);
        await container.StartAsync(default);
        var url = new Uri($"http://127.0.0.1:{port}");
        await ServerReadiness.Of(container, "The server", url, TimeSpan.FromMinutes(1), new Redactor()).WaitAsync(default);
        using var http = new HttpClient();
        (await http.GetStringAsync(new Uri(url, "/_matrix/client/versions"))).Should().Be("hello = there");
        (await container.IsRunningAsync(default)).Should().BeTrue();
        (await container.LogsAsync(40, default)).Should().StartWith("listening\n").And.Contain("GET /_matrix/client/versions");
        await container.StopAsync(default);
        await container.StopAsync(default);
        (await container.IsRunningAsync(default)).Should().BeFalse();
    }

    [SkippableFact]
    public async Task Files_have_their_mode_and_owner_and_leave_the_rest_as_it_is()
    {
        await using var container =
            await RunAsync(Shell("stat -c '%n %a %u:%g' /tmp /new /new/folder /new/folder/file /tmp/another; cat /tmp/another; id -u") with
            {
                User = "1234:1235",
                Files = [ContainerFile.OfText("/new/folder/file", "", UnixFileMode.UserRead),
                new ContainerFile("/tmp/another", Encoding.UTF8.GetBytes("zwölf\n"))],
            });
        (await container.LogsAsync(int.MaxValue, default)).Should().Be(
            "/tmp 1777 0:0\n/new 755 1234:1235\n/new/folder 755 1234:1235\n/new/folder/file 400 1234:1235\n/tmp/another 644 1234:1235\nzwölf\n1234\n");
    }

    [SkippableFact]
    public async Task Only_the_last_lines_are_given()
    {
        await using var container = await RunAsync(Shell("for i in 1 2 3 4 5; do echo line $i; done"));
        (await container.LogsAsync(1, default)).Should().Be("line 5\n");
        (await container.LogsAsync(int.MaxValue, default)).Split('\n').Should().HaveCount(6);
    }

    [SkippableFact]
    public async Task A_server_that_ends_is_told_with_its_log()
    {
        await using var container =
            await Engine.CreateAsync(Shell("echo access_token=geheimnis; echo no configuration >&2; exit 1"), default);
        await container.StartAsync(default);
        var readiness = ServerReadiness.Of(
            container, "The server", new Uri($"http://127.0.0.1:{PublishedPort.FindFree()}"), TimeSpan.FromMinutes(1), new Redactor());
        var act = () => readiness.WaitAsync(default);
        var lines = (await act.Should().ThrowAsync<TargetException>()).Which.Message.Split('\n');
        lines[0].Should().Be($"The server ended before it answered {readiness.BaseUrl}_matrix/client/versions; its log says why.");
        lines[1..].Should().BeEquivalentTo("access_token=<access token>", "no configuration");
    }

    [SkippableFact]
    public async Task A_container_reaches_this_machine()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Any, 0);
        listener.Start();
        var host = await Engine.HostAddressAsync(default);
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        await using var container = await Engine.CreateAsync(
            Shell($"python3 -c 'import socket; [socket.create_connection((h, {port}), 20).close() for h in (\"{host}\", \"host.docker.internal\")]; print(\"reached\")'"),
            default);
        await container.StartAsync(default);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var first = await listener.AcceptTcpClientAsync(limit.Token);
        using var second = await listener.AcceptTcpClientAsync(limit.Token);
        await EndAsync(container);
        (await container.LogsAsync(40, default)).Should().Be("reached\n");
    }

    [SkippableFact]
    public async Task A_container_that_is_disposed_of_is_gone()
    {
        var container = await Engine.CreateAsync(Shell("sleep 1000"), default);
        await container.StartAsync(default);
        await container.DisposeAsync();
        await container.DisposeAsync();
        (await container.IsRunningAsync(default)).Should().BeFalse();
        var act = () => container.LogsAsync(1, default);
        await act.Should().ThrowAsync<ContainerException>();
    }

    [SkippableFact]
    public async Task The_leftovers_are_removed_and_neither_what_is_kept_nor_what_is_of_a_run_that_goes_on()
    {
        await using var container = await StartAsync(Engine, keep: false);
        await using var ended = await ConnectAsEndedAsync();
        await using var leftover = await StartAsync(ended, keep: false);
        var kept = await StartAsync(ended, keep: true);
        try
        {
            await Engine.RemoveLeftoversAsync(default);
            (await container.IsRunningAsync(default)).Should().BeTrue();
            (await leftover.IsRunningAsync(default)).Should().BeFalse();
            (await kept.IsRunningAsync(default)).Should().BeTrue();
        }
        finally
        {
            await RemoveAsync(kept);
        }
    }

    private static ContainerSpecification Shell(string script) =>
        new() { Image = Image, Name = "contract", Entrypoint = ["/bin/sh", "-c", script] };

    private static async Task<IContainer> StartAsync(IContainerEngine engine, bool keep)
    {
        var container = await engine.CreateAsync(Shell("sleep 1000") with { Keep = keep }, default);
        await container.StartAsync(default);
        return container;
    }

    private async Task<IContainer> RunAsync(ContainerSpecification specification)
    {
        var container = await Engine.CreateAsync(specification, default);
        await container.StartAsync(default);
        await EndAsync(container);
        return container;
    }

    private static async Task EndAsync(IContainer container)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await container.IsRunningAsync(limit.Token))
            await Task.Delay(50, limit.Token);
    }
}
