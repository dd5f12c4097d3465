using System.Net;
using System.Net.Sockets;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Processes;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Containers;

/// <summary>Where the engine is looked for, and what is said when there is none.</summary>
public sealed class ContainerEnginesTests : IDisposable
{
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("home");

    public void Dispose() => _home.Delete(recursive: true);

    [Fact]
    public async Task Without_any_engine_the_sockets_tried_are_told() =>
        (await FailureAsync(Environment(("XDG_RUNTIME_DIR", "/nowhere/run")))).Should().Be(
            "No container engine answers at unix:///nowhere/docker.sock (there is no such socket), unix:///nowhere/run/docker.sock (there is no such socket), " +
            "unix:///nowhere/run/podman/podman.sock (there is no such socket), unix:///nowhere/podman.sock (there is no such socket); " +
            "start Docker or Podman, or say where it is with DOCKER_HOST.");

    [Fact]
    public async Task The_first_socket_that_answers_is_taken()
    {
        await using var fake = await FakeEngine.StartAsync();
        await using var engine = await ConnectAsync(Environment() with { PodmanSocket = fake.Socket });
        engine.Description.Should().Be($"Docker 20.10.24 at unix://{fake.Socket}");
    }

    [Fact]
    public async Task Docker_host_alone_is_tried()
    {
        await using var fake = await FakeEngine.StartAsync();
        (await FailureAsync(Environment(("DOCKER_HOST", "unix:///nowhere/else.sock")) with { DockerSocket = fake.Socket })).Should().Be(
            "No container engine answers at unix:///nowhere/else.sock (there is no such socket), which is what DOCKER_HOST says; start that engine, or name another with DOCKER_HOST.");
    }

    [Fact]
    public async Task A_tcp_port_that_nobody_listens_on()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        (await FailureAsync(Environment(("DOCKER_HOST", $"tcp://127.0.0.1:{port}")))).Should().Be(
            $"No container engine answers at tcp://127.0.0.1:{port} (nothing listens there), which is what DOCKER_HOST says; start that engine, or name another with DOCKER_HOST.");
    }

    [Theory]
    [InlineData("npipe:////./pipe/docker_engine")]
    [InlineData("ssh://me@example.org")]
    [InlineData("unix://")]
    [InlineData("tcp://")]
    [InlineData("nonsense")]
    public async Task An_address_that_cannot_be_spoken_to(string address) =>
        (await FailureAsync(Environment(("DOCKER_HOST", address)))).Should().Be(
            $"DOCKER_HOST names the container engine \"{address}\", which the suite cannot use; " +
            "give a Unix socket (unix:///var/run/docker.sock) or a TCP port without TLS (tcp://localhost:2375).");

    [Theory]
    [InlineData("tcp://example.org", "tcp://example.org:2375")]
    [InlineData("tcp://example.org:99", "tcp://example.org:99")]
    [InlineData("http://example.org:99/", "tcp://example.org:99")]
    [InlineData("unix:///a/b.sock", "unix:///a/b.sock")]
    public void Addresses_are_read(string address, string read) => EngineAddress.Parse(address, "DOCKER_HOST").ToString().Should().Be(read);

    [Fact]
    public async Task Tls_is_refused() =>
        (await FailureAsync(Environment(("DOCKER_HOST", "tcp://example.org:2376"), ("DOCKER_TLS_VERIFY", "1")))).Should().Be(
            "DOCKER_TLS_VERIFY asks for TLS to the container engine at tcp://example.org:2376, which the suite does not support; " +
            "forward its socket with \"ssh -L\", and set DOCKER_HOST to that.");

    [Fact]
    public async Task The_current_context_says_where()
    {
        await using var fake = await FakeEngine.StartAsync();
        Context("other", "unix:///nowhere/other.sock");
        Context("mine", $"unix://{fake.Socket}");
        Configuration("""{"auths":{},"currentContext":"mine"}""");
        await using var engine = await ConnectAsync(Environment());
        engine.Description.Should().EndWith($"at unix://{fake.Socket}");
    }

    [Fact]
    public async Task The_context_of_the_environment_goes_before_the_current_one()
    {
        Context("other", "unix:///nowhere/other.sock");
        Context("mine", "unix:///nowhere/mine.sock");
        Configuration("""{"currentContext":"mine"}""");
        (await FailureAsync(Environment(("DOCKER_CONTEXT", "other")))).Should().Be(
            "No container engine answers at unix:///nowhere/other.sock (there is no such socket), which is what the Docker context \"other\" of DOCKER_CONTEXT says; " +
            "start that engine, or name another with DOCKER_HOST.");
    }

    [Fact]
    public async Task A_context_that_is_not_there()
    {
        Configuration("""{"currentContext":"gone"}""");
        (await FailureAsync(Environment())).Should().Be(
            $"{File("config.json")} names the Docker context \"gone\", which does not exist; see \"docker context ls\", or set DOCKER_HOST.");
    }

    [Theory]
    [InlineData("""{"currentContext":"default"}""")]
    [InlineData("""{"currentContext":""}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    public async Task The_default_context_is_the_usual_socket(string configuration)
    {
        await using var fake = await FakeEngine.StartAsync();
        Configuration(configuration);
        await using var engine = await ConnectAsync(Environment() with { DockerSocket = fake.Socket });
        engine.Description.Should().EndWith(fake.Socket);
    }

    [Fact]
    public async Task A_configuration_that_is_no_json()
    {
        Configuration("{");
        (await FailureAsync(Environment())).Should().StartWith($"Docker's configuration {File("config.json")} cannot be read: ")
            .And.EndWith("; correct it, or set DOCKER_HOST.").And.NotContain("\n");
    }

    [Theory]
    [InlineData("{}", "The server at {0} is not a container engine: it states no version")]
    [InlineData("<html>", "its answer is not JSON")]
    public async Task What_is_no_engine_is_told_so(string answer, string why)
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer("GET /version", 200, answer);
        (await FailureAsync(Environment(("DOCKER_HOST", $"unix://{fake.Socket}")))).Should().Be(
            $"No container engine answers at unix://{fake.Socket} ({why.Replace("{0}", $"unix://{fake.Socket}", StringComparison.Ordinal)}), which is what DOCKER_HOST says; " +
            "start that engine, or name another with DOCKER_HOST.");
    }

    [Fact]
    public async Task An_engine_that_never_answers()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Hang("GET /version");
        var environment = Environment(("DOCKER_HOST", $"unix://{fake.Socket}"));
        var deadlines = EngineDeadlines.Usual with { Connect = TimeSpan.FromMilliseconds(50) };
        var act = () => ContainerEngines.ConnectAsync(environment, deadlines, RunOwner.OfThisProcess(), CancellationToken.None);
        (await act.Should().ThrowAsync<ContainerException>()).Which.Message.Should().Be(
            $"No container engine answers at unix://{fake.Socket} (no answer within 0.05 s), which is what DOCKER_HOST says; start that engine, or name another with DOCKER_HOST.");
    }

    [Fact]
    public async Task Podman_is_called_by_its_name()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer("GET /version", 200, """{"Version":"4.3.1","Components":[{"Name":"Podman Engine"}]}""");
        await using var engine = await fake.ConnectAsync();
        engine.Description.Should().Be($"Podman 4.3.1 at unix://{fake.Socket}");
    }

    private static Task<IContainerEngine> ConnectAsync(EngineEnvironment environment) =>
        ContainerEngines.ConnectAsync(environment, EngineDeadlines.Usual, RunOwner.OfThisProcess(), CancellationToken.None);

    private static async Task<string> FailureAsync(EngineEnvironment environment)
    {
        var act = () => ConnectAsync(environment);
        return (await act.Should().ThrowAsync<ContainerException>()).Which.Message;
    }

    private EngineEnvironment Environment(params (string Name, string Value)[] variables) => new()
    {
        Variable = name => variables.FirstOrDefault(variable => variable.Name == name).Value,
        Home = _home.FullName,
        DockerSocket = "/nowhere/docker.sock",
        PodmanSocket = "/nowhere/podman.sock",
    };

    private string File(string name) => Path.Combine(_home.FullName, ".docker", name);

    private void Configuration(string json)
    {
        Directory.CreateDirectory(Path.Combine(_home.FullName, ".docker"));
        System.IO.File.WriteAllText(File("config.json"), json);
    }

    private void Context(string name, string host)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_home.FullName, ".docker", "contexts", "meta", $"hash-of-{name}"));
        System.IO.File.WriteAllText(
            Path.Combine(folder.FullName, "meta.json"),
            $$"""{"Name":"{{name}}","Metadata":{},"Endpoints":{"docker":{"Host":"{{host}}","SkipTLSVerify":false} } }""");
    }
}
