using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Launching;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Targets;

/// <summary>Homeservers that are started, and what is said of those that do not start.</summary>
public sealed class TargetFileSourceTests
{
    [Fact]
    public void Options_that_do_not_go_with_the_file()
    {
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
    public async Task A_container_is_thrown_away_unless_it_is_kept(bool keep)
    {
        var options = new TargetFileOptions { Connect = _ => Task.FromResult<IContainerEngine>(new ServerEngine()), KeepContainers = keep };
        await using var source = new TargetFileSource(TargetText.Read("name: mine\nimage: x\n"), options);
        await using var homeserver = source.Profiles.Single().Create();

        (await homeserver.StartAsync(default)).IsThrownAway.Should().Be(!keep);
    }

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
