using System.Buffers.Binary;
using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Processes;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Containers;

/// <summary>What is sent to an engine, and what becomes of its answers.</summary>
public sealed class DockerEngineTests
{
    private const string Image = "example.org:5000/server:v1";

    private static readonly ContainerSpecification Specification = new() { Image = Image, Name = "a b" };

    [Theory]
    [InlineData("1.41", "v1.41")]
    [InlineData("1.52", "v1.44")]
    [InlineData("1.9", "v1.9")]
    [InlineData("", "v1.44")]
    public async Task The_version_of_the_api_is_agreed_on(string newest, string used)
    {
        await using var fake = await FakeEngine.StartAsync(newest);
        await using var engine = await fake.ConnectAsync();
        await engine.HasImageAsync(Image, default);
        fake.Calls.Select(call => (call.Call, call.Version)).Should().Equal(("GET /version", ""), ($"GET /images/{Image}/json", used));
    }

    [Fact]
    public async Task An_image_is_there_or_not()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer($"GET /images/{Image}/json", 200, "{}");
        await using var engine = await fake.ConnectAsync();
        (await engine.HasImageAsync(Image, default)).Should().BeTrue();
        (await engine.HasImageAsync("another", default)).Should().BeFalse();
    }

    [Fact]
    public async Task A_refusal_is_one_line()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer($"GET /images/{Image}/json", 500, "{\"message\":\"the disk\\nis full.\"}");
        await using var engine = await fake.ConnectAsync();
        (await FailureAsync(() => engine.HasImageAsync(Image, default))).Should().Be(
            $"The container engine at unix://{fake.Socket} could not look for the image {Image}: the disk is full.");
    }

    [Fact]
    public async Task An_answer_too_late_is_one_line()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Hang($"GET /images/{Image}/json");
        await using var engine = await fake.ConnectAsync(EngineDeadlines.Usual with { Call = TimeSpan.FromMilliseconds(50) });
        (await FailureAsync(() => engine.HasImageAsync(Image, default))).Should().Be(
            $"The container engine at unix://{fake.Socket} did not look for the image {Image} within 0.05 s; see whether it is overloaded or stuck.");
    }

    [Fact]
    public async Task A_call_that_is_cancelled_ends_as_such()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Hang($"GET /images/{Image}/json");
        await using var engine = await fake.ConnectAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        var act = () => engine.HasImageAsync(Image, cancellation.Token);
        await act.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_download_is_summed_up()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer($"GET /images/{Image}/json", 200, "{}");
        fake.Answer("POST /images/create", 200, """
            {"status":"Pulling from server","id":"v1"}
            {"status":"Pulling fs layer","progressDetail":{},"id":"a"}
            {"status":"Pulling fs layer","progressDetail":{},"id":"b"}
            {"status":"Downloading","progressDetail":{"current":4000000,"total":50000000},"id":"a"}
            {"status":"Downloading","progressDetail":{"current":25000000,"total":50000000},"id":"a"}
            {"status":"Pull complete","progressDetail":{},"id":"a"}
            {"status":"Already exists","progressDetail":{},"id":"b"}
            {"status":"Status: Downloaded newer image"}
            """);
        await using var engine = await fake.ConnectAsync();
        var told = new Told();
        await engine.PullImageAsync(Image, told, default);
        told.Lines.Should().Equal(
            $"Pulling {Image}: 0 of 1 layers, 0 MB",
            $"Pulling {Image}: 0 of 2 layers, 0 MB",
            $"Pulling {Image}: 0 of 2 layers, 20 MB",
            $"Pulling {Image}: 1 of 2 layers, 20 MB",
            $"Pulling {Image}: 2 of 2 layers, 20 MB");
        fake.Calls.Single(call => call.Call == "POST /images/create").Query.Should().Be("?fromImage=example.org:5000/server&tag=v1");
    }

    [Theory]
    [InlineData("server", "?fromImage=server&tag=latest")]
    [InlineData("localhost:5000/server", "?fromImage=localhost:5000/server&tag=latest")]
    [InlineData("server@sha256:abc", "?fromImage=server&tag=sha256:abc")]
    public async Task Never_all_tags_are_pulled(string image, string query)
    {
        await using var fake = await FakeEngine.StartAsync();
        await using var engine = await fake.ConnectAsync();
        fake.Answer("POST /images/create", 200, "{}");
        (await FailureAsync(() => engine.PullImageAsync(image, null, default))).Should().StartWith(
            $"The image {image} could not be pulled: the engine reports no error, but does not have the image; get it");
        fake.Calls.Single(call => call.Call == "POST /images/create").Query.Should().Be(query);
    }

    [Theory]
    [InlineData(
        200, """{"status":"Pulling"}__{"errorDetail":{"message":"no route to host"},"error":"no route to host"}""", "no route to host")]
    [InlineData(200, """{"errorDetail":{"message":"toomanyrequests: slow down."}}""", "toomanyrequests: slow down")]
    [InlineData(404, """{"message":"manifest unknown"}""", "manifest unknown")]
    [InlineData(502, "<html>bad gateway", "it answered 502 <html>bad gateway")]
    [InlineData(500, "", "it answered 500")]
    [InlineData(200, "<html>", "its answer is not JSON")]
    public async Task An_image_that_cannot_be_pulled(int status, string body, string reason)
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer("POST /images/create", status, body.Replace("__", "\r\n", StringComparison.Ordinal));
        await using var engine = await fake.ConnectAsync();
        (await FailureAsync(() => engine.PullImageAsync(Image, null, default))).Should().Be(
            $"The image {Image} could not be pulled: {reason}; get it with \"docker pull {Image}\", or load it from a file with \"docker load\".");
    }

    [Fact]
    public async Task A_download_that_stands_still()
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Hang("POST /images/create", "{\"status\":\"Pulling\"}\n");
        await using var engine = await fake.ConnectAsync(EngineDeadlines.Usual with { PullSilence = TimeSpan.FromMilliseconds(100) });
        (await FailureAsync(() => engine.PullImageAsync(Image, null, default))).Should().Be(
            $"The image {Image} could not be pulled: the container engine has reported nothing for 0.1 s; get it with \"docker pull {Image}\", or load it from a file with \"docker load\".");
    }

    [Fact]
    public async Task An_image_of_this_project_is_asked_of_no_registry()
    {
        await using var fake = await FakeEngine.StartAsync();
        await using var engine = await fake.ConnectAsync();
        const string text = "The image conformance/synapse:debian is not on this machine and in no registry; " +
            "make it with targets/synapse/build-image.sh (as root), or name another image.";
        (await FailureAsync(() => engine.PullImageAsync("conformance/synapse:debian", null, default))).Should().Be(text);
        (await FailureAsync(() => engine.CreateAsync(Specification with { Image = "conformance/synapse:debian" }, default)))
            .Should().Be(text);
        fake.Calls.Should().NotContain(call => call.Call == "POST /images/create");
    }

    [Fact]
    public async Task A_container_of_an_image_that_is_not_there()
    {
        await using var fake = await FakeEngine.StartAsync();
        await using var engine = await fake.ConnectAsync();
        (await FailureAsync(() => engine.CreateAsync(Specification, default))).Should().Be(
            $"The image {Image} is not on this machine; get it with \"docker pull {Image}\", or load it from a file with \"docker load\".");
    }

    [Fact]
    public async Task A_container_is_made_as_specified()
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        fake.Answer("HEAD /containers/c1/archive", 404, "");
        fake.Answer("PUT /containers/c1/archive", 200, "");
        await using var engine = await fake.ConnectAsync();
        await using var container = await engine.CreateAsync(
            Specification with
            {
                Entrypoint = ["python3"],
                Command = ["-m", "server"],
                Environment = new Dictionary<string, string> { ["A"] = "b=c" },
                Ports = [new PublishedPort(8008, 18008)],
                User = "991:992",
                Files = [ContainerFile.OfText("/data/x/server.yaml", "a: 1\n", UnixFileMode.UserRead)],
            },
            default);
        container.Id.Should().Be("c1");

        var create = fake.Calls.Single(call => call.Call == "POST /containers/create");
        create.Query.Should().MatchRegex("^\\?name=conformance-a-b-[0-9a-f]{8}$");
        var body = JsonNode.Parse(create.Text)!.AsObject();
        var owner = RunOwner.OfThisProcess();
        var labels = body["Labels"]!.AsObject();
        labels.Select(label => label.Key).Should().Equal("org.conformance.run", "org.conformance.pid", "org.conformance.host");
        ((string)labels["org.conformance.pid"]!).Should().Be(owner.Process).And.StartWith($"{Environment.ProcessId}/");
        ((string)labels["org.conformance.host"]!).Should().Be(owner.Host).And.StartWith(Environment.MachineName);
        ((string)body["Image"]!).Should().Be(Image);
        ((string)body["User"]!).Should().Be("991:992");
        JsonOf(body["Env"]).Should().Be("""["A=b=c"]""");
        JsonOf(body["Entrypoint"]).Should().Be("""["python3"]""");
        JsonOf(body["Cmd"]).Should().Be("""["-m","server"]""");
        JsonOf(body["ExposedPorts"]).Should().Be("""{"8008/tcp":{}}""");
        JsonOf(body["HostConfig"]!["PortBindings"]).Should().Be("""{"8008/tcp":[{"HostIp":"127.0.0.1","HostPort":"18008"}]}""");
        JsonOf(body["HostConfig"]!["ExtraHosts"]).Should().Be("""["host.docker.internal:host-gateway"]""");

        using var archive = new TarReader(new MemoryStream(fake.Calls.Single(call => call.Call == "PUT /containers/c1/archive").Body));
        var entries = new List<string>();
        while (await archive.GetNextEntryAsync() is { } entry)
        {
            using var text = new StreamReader(entry.DataStream ?? Stream.Null);
            entries.Add(
                $"{entry.EntryType} {entry.Name} {Convert.ToString((int)entry.Mode, 8)} {entry.Uid}:{entry.Gid} {await text.ReadToEndAsync()}");
        }

        entries.Should().Equal(
            "Directory data/ 755 991:992 ", "Directory data/x/ 755 991:992 ", "RegularFile data/x/server.yaml 400 991:992 a: 1\n");
    }

    [Theory]
    [InlineData("data/file")]
    [InlineData("/data/")]
    [InlineData("")]
    public async Task A_file_without_an_absolute_path_leaves_no_container(string path)
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        await using var engine = await fake.ConnectAsync();
        (await FailureAsync(() => engine.CreateAsync(Specification with { Files = [ContainerFile.OfText(path, "")] }, default)))
            .Should().Be(
            $"\"{path}\" is not an absolute path of a file in a container; begin it with a slash, and end it with the file's name.");
        fake.Calls[^1].Call.Should().Be("DELETE /containers/c1");
    }

    [Fact]
    public async Task A_container_whose_making_is_cancelled_is_removed_by_its_name()
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        fake.Hang("POST /containers/create");
        await using var engine = await fake.ConnectAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var act = () => engine.CreateAsync(Specification, cancellation.Token);
        await act.Should().ThrowAsync<OperationCanceledException>();
        fake.Calls[^1].Call.Should().MatchRegex("^DELETE /containers/conformance-a-b-[0-9a-f]{8}$");
    }

    [Fact]
    public async Task A_container_is_removed_with_its_volumes_once()
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        var engine = await fake.ConnectAsync();
        var disposed = await engine.CreateAsync(Specification, default);
        await disposed.DisposeAsync();
        await engine.DisposeAsync();
        fake.Calls.Where(call => call.Call.StartsWith("DELETE", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Query.Should().Be("?v=1&force=1");
    }

    [Fact]
    public async Task A_forgotten_container_goes_with_the_engine_and_a_kept_one_stays()
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        await using (var engine = await fake.ConnectAsync())
            await engine.CreateAsync(Specification, default);
        fake.Calls.Count(call => call.Call == "DELETE /containers/c1").Should().Be(1);
        await using (var engine = await fake.ConnectAsync())
        await using (await engine.CreateAsync(Specification with { Keep = true }, default))
            fake.Calls.Last(call => call.Call == "POST /containers/create").Text.Should().Contain("\"org.conformance.keep\":\"true\"");
        fake.Calls.Count(call => call.Call == "DELETE /containers/c1").Should().Be(1);
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        fake.Answer("POST /containers/c1/start", 500, """{"message":"Bind for 127.0.0.1:18008 failed: port is already allocated"}""");
        await using var engine = await fake.ConnectAsync();
        await using var container = await engine.CreateAsync(Specification, default);
        (await FailureAsync(() => container.StartAsync(default))).Should().MatchRegex(
            $"^The container engine at unix://{fake.Socket} could not start the container conformance-a-b-[0-9a-f]{{8}}: Bind for 127.0.0.1:18008 failed: port is already allocated\\.$");
    }

    [Fact]
    public async Task Logs_of_both_streams_come_in_order()
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        fake.Answer("GET /containers/c1/logs", 200, [.. Frame(1, "one\n"), .. Frame(2, "zwölf\n"), .. Frame(1, "")]);
        await using var engine = await fake.ConnectAsync();
        await using var container = await engine.CreateAsync(Specification, default);
        (await container.LogsAsync(40, default)).Should().Be("one\nzwölf\n");
        await container.LogsAsync(int.MaxValue, default);
        fake.Calls.Where(call => call.Call == "GET /containers/c1/logs").Select(call => call.Query).Should().Equal(
            "?stdout=1&stderr=1&tail=40", "?stdout=1&stderr=1&tail=all");
    }

    [Theory]
    [InlineData(200, """{"Id":"c1","State":{"Status":"running","Running":true}}""", true)]
    [InlineData(200, """{"Id":"c1","State":{"Status":"exited","Running":false}}""", false)]
    [InlineData(404, """{"message":"No such container"}""", false)]
    public async Task A_container_runs_or_not(int status, string body, bool runs)
    {
        await using var fake = await FakeEngine.StartAsync();
        Creates(fake);
        await using var engine = await fake.ConnectAsync();
        await using var container = await engine.CreateAsync(Specification, default);
        fake.Answer("GET /containers/c1/json", status, body);
        (await container.IsRunningAsync(default)).Should().Be(runs);
    }

    [Theory]
    [InlineData(200, """{"IPAM":{"Config":[{"Subnet":"127.0.0.0/8","Gateway":"127.0.0.1"}]}}""", "127.0.0.1")]
    [InlineData(200, """{"IPAM":{"Config":[{"Gateway":"192.0.2.1"}]}}""", "host.docker.internal")]
    [InlineData(200, """{"IPAM":{"Config":null}}""", "host.docker.internal")]
    [InlineData(404, """{"message":"network bridge not found"}""", "host.docker.internal")]
    public async Task The_way_back_to_this_machine(int status, string body, string address)
    {
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer("GET /networks/bridge", status, body);
        await using var engine = await fake.ConnectAsync();
        (await engine.HostAddressAsync(default)).Should().Be(address);
    }

    [Fact]
    public async Task Only_leftovers_are_removed()
    {
        var self = RunOwner.OfThisProcess();
        using var ended = Process.Start(new ProcessStartInfo("dotnet", "--version") { RedirectStandardOutput = true })!;
        var gone = self with { Process = RunOwner.Identity(ended.Id)! };
        await ended.WaitForExitAsync();
        var earlier = self with { Process = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}/earlier") };
        await using var fake = await FakeEngine.StartAsync();
        fake.Answer("GET /containers/json", 200, new JsonArray(
            Listed("running", Labels.Of("r", self, keep: false)),
            Listed("gone", Labels.Of("r", gone, keep: false)),
            Listed("number-used-again", Labels.Of("r", earlier, keep: false)),
            Listed("kept", Labels.Of("r", gone, keep: true)),
            Listed("elsewhere", Labels.Of("r", gone with { Host = "elsewhere" }, keep: false)),
            Listed("odd", Labels.Of("r", gone with { Process = "odd" }, keep: false)),
            Listed("of-others", new Dictionary<string, string> { ["org.conformance.run"] = "r" })).ToJsonString());
        fake.Answer("DELETE /containers/gone", 409, """{"message":"removal of container gone is already in progress"}""");
        await using var engine = await fake.ConnectAsync();
        await engine.RemoveLeftoversAsync(default);
        fake.Calls.Single(call =>
            call.Call == "GET /containers/json").Query.Should().Be("?all=1&filters={\"label\":{\"org.conformance.run\":true}}");
        fake.Calls.Where(call => call.Call.StartsWith("DELETE", StringComparison.Ordinal)).Select(call => call.Call).Should().Equal(
            "DELETE /containers/gone", "DELETE /containers/number-used-again");
    }

    private static void Creates(FakeEngine fake)
    {
        fake.Answer($"GET /images/{Image}/json", 200, """{"Id":"i1"}""");
        fake.Answer("GET /containers/c1/json", 200,
            """{"Id":"c1","Config":{"Tty":false},"State":{"Status":"created"},"NetworkSettings":{"Ports":{}}}""");
        fake.Answer("POST /containers/create", 201, """{"Id":"c1","Warnings":[]}""");
        fake.Answer("DELETE /containers/c1", 204, "");
    }

    private static string JsonOf(JsonNode? node) => node!.ToJsonString();

    private static JsonObject Listed(string id, Dictionary<string, string> labels) =>
        new() { ["Id"] = id, ["Labels"] = JsonSerializer.SerializeToNode(labels) };

    private static byte[] Frame(byte stream, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var frame = new byte[8 + content.Length];
        frame[0] = stream;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), content.Length);
        content.CopyTo(frame, 8);
        return frame;
    }

    private static async Task<string> FailureAsync(Func<Task> act) => (await act.Should().ThrowAsync<ContainerException>()).Which.Message;

    private sealed class Told : IProgress<string>
    {
        public List<string> Lines { get; } = [];

        public void Report(string value) => Lines.Add(value);
    }
}
