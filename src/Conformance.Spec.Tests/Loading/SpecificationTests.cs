using System.Text;
using System.Text.Json;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Loading;

public sealed class SpecificationTests : IDisposable
{
    private static readonly SpecVersion Newest = new(1, 19);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_embedded_versions_are_those_of_the_repository()
    {
        Specification.Embedded.Should().Equal(Specification.VersionsIn(Path.Combine(Repository.Root, "schemas"))).And.Contain(Newest);
    }

    [Fact]
    public void A_folder_gives_the_same_specification_as_the_assembly()
    {
        var fromFolder = Specification.LoadDirectory(Path.Combine(Repository.Root, "schemas"), Newest);
        var embedded = Specification.LoadEmbedded(Newest);

        JsonSerializer.Serialize(fromFolder).Should().Be(JsonSerializer.Serialize(embedded));
        var operation = fromFolder.GetOperation("getDevices");
        fromFolder.ResponseSchema(operation, operation.ResponseFor(200)!, Newest)!.IsValid("""{"devices":[{}]}"""u8).Should().BeFalse();
    }

    [Fact]
    public void An_operation_has_everything_that_its_source_says()
    {
        Specification.LoadEmbedded(Newest).GetOperation("updateDevice").Should().BeEquivalentTo(new Operation
        {
            Id = "updateDevice",
            Api = "client-server",
            Method = "PUT",
            Path = "/_matrix/client/v3/devices/{deviceId}",
            Authentication = Authentication.Required,
            Changed = [new SpecVersion(1, 17)],
            Parameters =
            [
                new OperationParameter("deviceId", ParameterLocation.Path, true, null, """
                    {
                                "type": "string"
                              }
                    """),
            ],
            Request = new RequestBody(true, ["application/json"], "client-server/updateDevice.request.json"),
            Responses =
            [
                new DocumentedResponse("200", ["application/json"], "client-server/updateDevice.200.json"),
                new DocumentedResponse("201", ["application/json"], "client-server/updateDevice.201.json"),
                new DocumentedResponse("404", [], null),
            ],
        });
    }

    [Theory]
    [InlineData("getVersions", Authentication.Optional)]
    [InlineData("changePassword", Authentication.Optional)]
    [InlineData("getDevices", Authentication.Required)]
    [InlineData("login", Authentication.None)]
    public void Authentication_is_what_the_security_of_the_source_says(string id, Authentication authentication)
    {
        Specification.LoadEmbedded(Newest).GetOperation(id).Authentication.Should().Be(authentication);
    }

    [Fact]
    public void Where_two_APIs_have_an_operation_of_one_name_the_client_server_API_wins()
    {
        var specification = Specification.LoadEmbedded(Newest);

        specification.GetOperation("queryUserByID").Path.Should().Be("/_matrix/client/v3/thirdparty/user");
        specification.TryGetOperation("application-service", "queryUserByID", out var other).Should().BeTrue();
        other!.Path.Should().Be("/_matrix/app/v1/thirdparty/user");
        specification.TryGetOperation("application-service", "getDevices", out _).Should().BeFalse();
    }

    [Fact]
    public void Two_operations_of_one_path_have_it_without_the_spaces_of_the_source()
    {
        var specification = Specification.LoadEmbedded(Newest);

        specification.GetOperation("inviteUser").Path.Should().Be("/_matrix/client/v3/rooms/{roomId}/invite");
        specification.GetOperation("inviteBy3PID").Path.Should().Be("/_matrix/client/v3/rooms/{roomId}/invite");
    }

    [Theory]
    [InlineData("getDevice5", "The specification v1.19 has no operation \"getDevice5\". Did you mean getDevice or getDevices?")]
    [InlineData("frobnicate", "The specification v1.19 has no operation \"frobnicate\".")]
    public void An_unknown_operation_names_the_nearest_ones(string id, string message)
    {
        var act = () => Specification.LoadEmbedded(Newest).GetOperation(id);

        act.Should().Throw<SpecException>().WithMessage(message);
    }

    [Fact]
    public void A_version_that_is_not_there_says_which_are_and_how_to_get_it()
    {
        var schemas = Path.Combine(Repository.Root, "schemas");

        var embedded = () => Specification.LoadEmbedded(new SpecVersion(1, 3));
        embedded.Should().Throw<SpecException>()
            .WithMessage(
                "The data of v1.3 is not built in, only that of v1.19; extract v1.3 with `conformance extract` and give the folder with --schemas.");
        var folder = () => Specification.LoadDirectory(schemas, new SpecVersion(1, 3));
        folder.Should().Throw<SpecException>()
            .WithMessage(
                $"There is no {Path.Combine(schemas, "v1.3", "manifest.json")}; {schemas} has v1.19; extract v1.3 with `conformance extract`.");
        var empty = () => Specification.LoadDirectory(_folder.Path, new SpecVersion(1, 3));
        empty.Should().Throw<SpecException>()
            .WithMessage(
                $"There is no {Path.Combine(_folder.Path, "v1.3", "manifest.json")}; {_folder.Path} has none; extract v1.3 with `conformance extract`.");
    }

    [Theory]
    [InlineData("{", "'E' is an invalid start")]
    [InlineData("{}", "The given key was not present")]
    [InlineData("""{"specVersion":"soon"}""", "\"soon\" is not a version of the specification")]
    [InlineData("""{"specVersion":"v1.3","operations":[{"id":"a","api":"b","method":"GET","path":"/","authentication":"perhaps"}]}""",
        "\"perhaps\" is not a kind of authentication")]
    public void A_broken_manifest_is_refused_in_one_line(string json, string reason)
    {
        var file = _folder.Write("v1.3/manifest.json", json);

        var act = () => Specification.LoadDirectory(_folder.Path, new SpecVersion(1, 3));

        var message = act.Should().Throw<SpecException>().Which.Message;
        message.Should().StartWith($"{file} is not a manifest of the specification: ").And.EndWith(
            "; extract it again with `conformance extract`.");
        message.Should().NotContain("\n");
        if (json != "{")
            message.Should().Contain(reason);
    }

    [Fact]
    public void A_schema_that_the_manifest_names_and_that_is_missing_or_broken_is_said_so()
    {
        _folder.Write("v1.3/manifest.json", """
            {"specVersion":"v1.3","operations":[{"id":"a","api":"b","method":"GET","path":"/","responses":[
              {"status":"200","mediaTypes":["application/json"],"schema":"b/a.200.json"},{"status":"404","mediaTypes":["application/json"],"schema":"b/a.404.json"}]}]}
            """);
        _folder.Write("v1.3/b/a.404.json", """{"type":"thing"}""");
        var specification = Specification.LoadDirectory(_folder.Path, new SpecVersion(1, 3));
        var operation = specification.GetOperation("a");
        var folder = Path.Combine(_folder.Path, "v1.3");

        var missing = () => specification.ResponseSchema(operation, operation.ResponseFor(200)!, specification.Version);
        missing.Should().Throw<SpecException>()
            .WithMessage($"{folder} has no b/a.200.json, which its manifest names; extract it again with `conformance extract`.");
        var broken = () => specification.ResponseSchema(operation, operation.ResponseFor(404)!, specification.Version);
        broken.Should().Throw<SpecException>()
            .WithMessage($"b/a.404.json of {folder} is not a usable schema: /type: *; extract it again with `conformance extract`.");
    }

    [Fact]
    public void A_parameter_whose_schema_is_broken_is_said_so()
    {
        var file = _folder.Write("v1.3/manifest.json", """
            {"specVersion":"v1.3","operations":[{"id":"a","api":"b","method":"GET","path":"/","parameters":[
              {"name":"p","in":"query","schema":{"type":"thing"}},{"name":"q","in":"query"}],"responses":[]}]}
            """);
        var specification = Specification.LoadDirectory(_folder.Path, new SpecVersion(1, 3));
        var operation = specification.GetOperation("a");

        var broken = () => specification.ParameterSchema(operation, operation.Parameters[0]);
        broken.Should().Throw<SpecException>().WithMessage(
            $"the schema of a's parameter p of {Path.GetDirectoryName(file)} is not a usable schema: /type: *; extract it again with `conformance extract`.");
        specification.ParameterSchema(operation, operation.Parameters[1]).Should().BeNull();
    }

    [Fact]
    public void Every_schema_compiles()
    {
        var specification = Specification.LoadEmbedded(Newest);

        foreach (var underTest in new[] { Newest, new SpecVersion(1, 1) })
        {
            foreach (var operation in specification.Operations)
            {
                (specification.RequestSchema(operation, underTest) is null).Should().Be(operation.Request?.Schema is null);
                foreach (var parameter in operation.Parameters)
                    specification.ParameterSchema(operation, parameter).Should().NotBeNull("{0} has {1}", operation.Id, parameter.Name);
                foreach (var response in operation.Responses)
                    (specification.ResponseSchema(operation, response, underTest) is null).Should().Be(response.Schema is null);
            }

            foreach (var item in specification.Events)
                specification.CompiledEventSchema(item, underTest).Should().NotBeNull();
        }
    }

    [Fact]
    public async Task A_schema_is_compiled_once_for_all_threads()
    {
        var specification = Specification.LoadEmbedded(Newest);
        var operation = specification.GetOperation("sync");

        var schemas = await Task.WhenAll(Enumerable.Range(0, 32)
            .Select(_ => Task.Run(() => specification.ResponseSchema(operation, operation.ResponseFor(200)!, Newest))));

        schemas.Distinct().Should().ContainSingle();
    }

    [SkippableFact]
    public void The_bodies_of_the_benchmark_corpus_are_valid()
    {
        var corpus = Repository.Shared("bench-corpus", "the corpus");
        var specification = Specification.LoadEmbedded(Newest);
        var checkedBodies = 0;
        foreach (var file in Directory.EnumerateFiles(corpus, "*.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            var root = document.RootElement;
            if (!root.TryGetProperty("operationId", out var id))
                continue;
            specification.TryGetOperation(root.GetProperty("api").GetString()!, id.GetString()!, out var operation).Should().BeTrue(file);
            var response = operation!.Responses.Single(item => item.Status == root.GetProperty("status").ToString());
            specification.ResponseSchema(operation, response, Newest)!
                .Validate(Encoding.UTF8.GetBytes(root.GetProperty("body").GetRawText())).Should().BeEmpty(file);
            checkedBodies++;
        }

        checkedBodies.Should().Be(30);
    }

    [Theory]
    [InlineData("v1.6", "")]
    [InlineData("v1.7", "required")]
    [InlineData("v1.19", "required")]
    public void A_member_that_came_after_the_version_under_test_is_not_required(string version, string keywords)
    {
        var specification = Specification.LoadEmbedded(Newest);
        var hangup = specification.Events.Single(item => item.Name == "m.call.hangup");

        var findings = specification.CompiledEventSchema(hangup, SpecVersion.Parse(version)).Validate("""
            {
              "type": "m.call.hangup", "event_id": "$a", "sender": "@a:example.org", "origin_server_ts": 1, "room_id": "!a:example.org",
              "content": { "call_id": "1", "version": "1", "reason": "user_hangup" }
            }
            """u8);

        string.Join(',', findings.Select(finding => finding.Keyword)).Should().Be(keywords);
    }
}
