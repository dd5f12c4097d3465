using System.Text.Json.Nodes;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.FixedCompanions;
using Conformance.Homeservers.Processes;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Homeservers.Tests.Discovery;
using Conformance.Spec;
using Conformance.Testing;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>Homeservers that are started, and what is said of those that do not start.</summary>
public sealed class TargetFileSourceTests
{
    [Fact]
    public void Options_that_do_not_go_with_the_file()
    {
        Refusal("name: x\nurl: http://localhost:1\n", new() { KeepServers = true })
            .Should().Be("--keep-server is for a homeserver that the suite starts, and x runs at a URL; omit the option");
        Refusal("name: x\nurl: http://localhost:1\n", new() { Image = "y" })
            .Should().Be("--image is for a homeserver that the suite starts, and x runs at a URL; omit the option");
        Refusal("name: x\nurl: http://localhost:1\n", new() { Runtime = TargetRuntime.Tree })
            .Should().Be("--runtime is for a homeserver that the suite starts, and x runs at a URL; omit the option");
        Refusal("name: x\nimage: y\n", new() { Runtime = TargetRuntime.Tree }).Should().Be(
            "--runtime tree: the target x does not say how to start it as a plain process; add tree to the target file, or omit the option");
        Refusal("name: x\ntree: { command: [a] }\n", new() { Runtime = TargetRuntime.Container })
            .Should().Be("--runtime container: the target x has no image; give one with --image");
        Refusal("name: x\ntree: { command: [a] }\n", new() { TreeFolder = "/no/such/folder" })
            .Should().Be("--tree: there is no folder /no/such/folder");
        Refusal("name: x\ntree: { command: [a] }\n", new() { Runtime = TargetRuntime.Tree, Image = "y" }).Should().Be(
            "--image cannot be combined with --runtime tree, which starts no container; remove one of them");
    }

    [SkippableFact]
    public async Task A_process_that_ends_shows_what_it_said_without_its_secrets()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var failure = await FailureAsync("""
            name: mine
            tree: { command: [sh, "{{data}}/start.sh"] }
            files: { start.sh: "cat {{data}}/secret\necho no database >&2\nexit 3\n", secret: "{{secret.a}}\n" }
            """);
        failure.Should().MatchRegex(
            @"^The profile default of mine ended before it answered http://127\.0\.0\.1:\d+/_matrix/client/versions; its log says why\.\n").And.Contain("no database").And.NotMatchRegex("[0-9a-f]{32}");
    }

    [SkippableFact]
    public async Task The_log_of_a_process_that_has_ended_is_whole()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        await using var launch = new ProcessLaunch(DataFolders.Temporary, keep: false);
        await launch.StartAsync(
            new LaunchPlan
            {
                Name = "mine",
                Command = ["sh", "-c", "seq 1 100000"],
                Entrypoint = null,
                Environment = new Dictionary<string, string>(),
                Files = new Dictionary<string, byte[]>(),
                ServerPort = 1,
                HostPort = 1,
            },
            default);
        while (await launch.IsRunningAsync(default))
            await Task.Yield();
        (await launch.LogsAsync(2, default)).Should().Be("99999\n100000");
    }

    [SkippableFact]
    public async Task The_log_is_not_waited_for_where_a_child_keeps_it_open()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var failure = await FailureAsync("name: mine\ntree: { command: [sh, -c, \"sleep 60 & echo gone; exit 1\"] }\n");
        failure.Should().EndWith("\ngone");
    }

    [SkippableFact]
    public async Task A_process_that_does_not_answer()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        (await FailureAsync("name: mine\nready-within: 0.3\ntree: { command: [sh, -c, \"echo waiting; exec sleep 60\"] }\n"))
            .Should().MatchRegex(
            @"^The profile default of mine did not answer http://127\.0\.0\.1:\d+/_matrix/client/versions with 200 within 0\.3 s: the connection is refused; see its log, or give it more time\.\nwaiting$");
    }

    [Fact]
    public async Task A_program_that_is_not_there() =>
        (await FailureAsync("name: mine\ntree: { command: [\"{{data}}/server\"] }\n")).Should().MatchRegex(
            @"server cannot be started: .+; check the tree's folder \(--tree\) and the command in the target file\.$").And.NotContain("\n");

    [Fact]
    public async Task No_engine()
    {
        var options = new TargetFileOptions { Connect = _ => throw new ContainerException("No container engine answers", "start one.") };
        (await FailureAsync("name: mine\nimage: x\n", options)).Should().Be("No container engine answers; start one.");
    }

    [Fact]
    public async Task A_url_is_surveyed_with_what_the_file_says()
    {
        await using var embedded = new EmbeddedHomeserver(new EmbeddedHomeserverOptions());
        var there = await embedded.StartAsync(default);
        await using var source = new TargetFileSource(TargetText.Read(
            $"name: mine\nurl: {there.BaseUrl}\noffers: [rate-limit-config]\nspec-version: v1.18\n"), new TargetFileOptions());
        await using var homeserver = source.Profiles.Single().Create();

        var target = await homeserver.StartAsync(default);

        target.Name.Should().Be("mine");
        target.Offers.Should().Contain([Need.RateLimits, Need.PasswordLogin]);
        target.SpecVersion.ToString().Should().Be("v1.18");
        target.IsThrownAway.Should().BeFalse("the server lives on");
        (await ((IHomeserverLog)homeserver).LogsAsync(default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_the_run_makes_stays_in_a_container_kept_or_not(bool keep)
    {
        var options = new TargetFileOptions { Connect = _ => Task.FromResult<IContainerEngine>(new ServerEngine()), KeepServers = keep };
        await using var source = new TargetFileSource(TargetText.Read("name: mine\nimage: x\n"), options);
        await using var homeserver = source.Profiles.Single().Create();

        (await homeserver.StartAsync(default)).IsThrownAway.Should().BeTrue("nobody needs a server without accounts");
        var kept = await ((IKeptHomeserver)homeserver).KeptAsync(default);
        kept.Should().Be(keep ? new KeptHomeserver("container server", "docker rm --force --volumes server") : null);
    }

    [SkippableFact]
    public async Task A_tree_s_command_is_the_program_and_the_profile_s_its_arguments()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var failure = await FailureAsync("""
            name: mine
            tree: { command: [sh, "{{data}}/start.sh", always] }
            command: [top]
            files: { start.sh: "echo $@\nexit 3\n" }
            profiles: [{ name: default, command: [profile, "{{server_name}}"] }]
            """);
        failure.Should().EndWith("\nalways profile localhost");
    }

    [Theory]
    [InlineData("command: [--version]", "mine 2.1+x")]
    [InlineData("log: 'version (\\S+) starts'", "Server/7")]
    [InlineData("log: 'release (\\S+) starts'", null)]
    [InlineData("header: X-Version", null)]
    public async Task The_version_as_the_file_says(string way, string? version)
    {
        var engine = new ServerEngine { Log = "one\nversion Server/7 starts\n", Output = "\n2.1+x\nbuilt today\n" };
        var options = new TargetFileOptions { Connect = _ => Task.FromResult<IContainerEngine>(engine) };
        await using var source = new TargetFileSource(TargetText.Read($"name: mine\nimage: x\nversion: {{ {way} }}\n"), options);
        await using var homeserver = source.Profiles.Single().Create();

        (await homeserver.StartAsync(default)).Version.Should().Be(version);
        if (way.StartsWith("command", StringComparison.Ordinal))
            engine.Asked.Should().Equal("--version");
    }

    [Fact]
    public async Task An_application_service_is_registered_before_the_server_is_asked_anything()
    {
        var fake = new FakeHomeserver();
        await using var server = FakeServer.Start(
            request => request.Path == "/services" ? FakeAnswer.Json(200, "{}") : fake.Answer(request));
        await using var source = new TargetFileSource(
            TargetText.Read($$$"""
                name: mine
                url: {{{server.BaseUrl}}}
                application-service: { token: "{{appservice.as-token}}", user-prefix: bridge_ }
                administrator: { token: mighty, register-application-service: { call: POST /services, body: { file: "{{yaml}}" } } }
                """),
            new TargetFileOptions());
        await using var homeserver = source.Profiles.Single().Create();

        var target = await homeserver.StartAsync(default);

        var first = server.Requests[0];
        first.Path.Should().Be("/services");
        JsonNode.Parse(first.Text)!["file"]!.GetValue<string>().Should().StartWith("id: conformance\nurl: 'http://127.0.0.1:")
            .And.Contain($"\nas_token: '{target.ApplicationServiceToken}'\n").And.Contain("\n    regex: '@bridge_.*'\n");
        target.Offers.Should().Contain(Need.ApplicationService);
        target.ApplicationServiceUserPrefix.Should().Be("bridge_");
    }

    [SkippableFact]
    public async Task What_a_program_says()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        await using var launch = new ProcessLaunch(DataFolders.Temporary, keep: false);
        var plan = new LaunchPlan { Name = "mine", HostPort = 1, ServerPort = 1, Entrypoint = ["sh", "-c"], Command = ["echo 1.2"] };

        (await launch.OutputAsync(plan, default)).Should().Be("1.2");
        (await launch.OutputAsync(plan with { Entrypoint = ["/no/such/program"] }, default)).Should().BeNull();
    }

    [SkippableFact]
    public async Task A_process_that_is_kept_stays_with_its_log()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        using var parent = new TemporaryFolder();
        var launch = new ProcessLaunch(new DataFolders(parent.Path, RunOwner.OfThisProcess()), keep: true);
        var plan = new LaunchPlan
        {
            Name = "mine",
            HostPort = 1,
            ServerPort = 1,
            Entrypoint = ["sh"],
            Command = ["-c", "echo it begins; echo to both >&2; exec sleep 1000"],
        };
        await launch.StartAsync(plan, default);
        while (!(await launch.LogsAsync(2, default)).Contains("both", StringComparison.Ordinal))
            await Task.Yield();
        var kept = await launch.KeptAsync(default);
        await launch.DisposeAsync();

        var id = int.Parse(kept!.Stop.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        using var process = System.Diagnostics.Process.GetProcessById(id);
        process.HasExited.Should().BeFalse();
        kept.What.Should().StartWith($"process {id}, data in {parent.Path}/");
        (await File.ReadAllTextAsync(Directory.GetDirectories(parent.Path).Single() + "/homeserver.log"))
            .Should().Be("it begins\nto both\n");
        process.Kill();
    }

    [SkippableFact]
    public async Task A_process_that_never_answered_is_not_kept()
    {
        Skip.If(OperatingSystem.IsWindows(), "needs a POSIX shell");
        var text = "name: mine\nready-within: 0.3\ntree: { command: [sh, -c, \"echo $$; exec sleep 1000\"] }\n";

        var failure = await FailureAsync(text, new TargetFileOptions { KeepServers = true });

        var id = int.Parse(failure.Split('\n')[^1], System.Globalization.CultureInfo.InvariantCulture);
        RunOwner.Identity(id).Should().BeNull("nobody was told how to end it");
    }

    [Fact]
    public void Companions_of_a_server_that_the_suite_starts() =>
        Refusal("name: x\nimage: y\n", new() { Companions = new FixedCompanionServers(new CompanionsFile()) }).Should().Be(
            "--companions is for a server that runs already, and the suite starts x with companions of its own; omit the option");

    private static string Refusal(string text, TargetFileOptions options) =>
        FluentActions.Invoking(() => new TargetFileSource(TargetText.Read(text), options))
            .Should().Throw<TargetFileException>().Which.Message;

    private static async Task<string> FailureAsync(string text, TargetFileOptions? options = null)
    {
        await using var source = new TargetFileSource(TargetText.Read(text), options ?? new TargetFileOptions());
        await using var homeserver = source.Profiles.Single().Create();
        return (await FluentActions.Awaiting(() => homeserver.StartAsync(default)).Should().ThrowAsync<TargetException>()).Which.Message;
    }
}
