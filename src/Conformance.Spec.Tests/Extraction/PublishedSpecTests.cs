using System.Text;
using System.Text.Json;
using Conformance.Spec.Extraction;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Extraction;

public sealed class PublishedSpecTests : IDisposable
{
    private static readonly SpecVersion Committed = new(1, 19);
    private static readonly string Schemas = Path.Combine(Repository.Root, "schemas");

    private readonly TemporaryFolder _output = new();

    public void Dispose() => _output.Dispose();

    [SkippableFact]
    public void What_is_committed_is_what_the_sources_give()
    {
        var sources = Repository.SpecSources("v1.19");

        Extract(sources, Specification.LoadEmbedded(Committed).Commit);

        Differences(Files(Path.Combine(_output.Path, "v1.19")), Files(Path.Combine(Schemas, "v1.19"))).Should().BeEmpty();
    }

    [SkippableTheory]
    [InlineData("v1.2")]
    [InlineData("v1.19")]
    public void Extracting_twice_gives_the_same_bytes(string version)
    {
        var sources = Repository.SpecSources(version);

        Extract(sources, null);
        var first = Files(Path.Combine(_output.Path, version));
        Extract(sources, null);

        first.Should().NotBeEmpty();
        Differences(Files(Path.Combine(_output.Path, version)), first).Should().BeEmpty();
    }

    [SkippableFact]
    public void Swagger_2_and_OpenAPI_3_give_the_same_schema_of_a_UIA_challenge()
    {
        Extract(Repository.SpecSources("v1.2"), null);

        var old = Schema(Path.Combine(_output.Path, "v1.2", "client-server", "deleteDevice.401.json"));
        old.Should().Be(Schema(Path.Combine(Schemas, "v1.19", "client-server", "deleteDevice.401.json")));
        old.Should().Contain("\"flows\"").And.Contain("\"stages\"").And.Contain("\"required\"");
    }

    [SkippableFact]
    public void Swagger_2_gives_a_manifest_of_the_same_shape()
    {
        var summary = Extract(Repository.SpecSources("v1.2"), null);

        summary.Operations.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["client-server"] = 140,
            ["server-server"] = 34,
            ["application-service"] = 8,
            ["identity"] = 23,
            ["push-gateway"] = 1,
        });
        var old = Specification.LoadDirectory(_output.Path, new SpecVersion(1, 2));
        var now = Specification.LoadEmbedded(Committed);
        old.GetOperation("deleteDevice")
            .Should().BeEquivalentTo(now.GetOperation("deleteDevice"), options => options.Excluding(operation => operation.Changed));
        old.GetOperation("uploadContent").Request.Should().BeEquivalentTo(new RequestBody(true, ["*/*"], null));
        old.GetOperation("getContent").ResponseFor(200)!.MediaTypes.Should().Equal("*/*");
        old.GetOperation("getContent").ResponseFor(200)!.Headers.Should().Equal("Content-Type", "Content-Disposition");
    }

    [Fact]
    public void The_counts_of_v1_19_are_those_of_its_sources()
    {
        var specification = Specification.LoadEmbedded(Committed);

        specification.Commit.Should().Be("b9c3d5ed3b0b46b2b025b4a427119036bc9ed71a");
        specification.Operations
            .GroupBy(operation => operation.Api)
            .Select(api => (
                api.Key,
                api.Count(),
                api.Sum(operation => operation.Parameters.Count),
                api.Sum(operation => operation.Responses.Count),
                api.Sum(operation => operation.Responses.Count(response => response.Schema is not null)),
                api.Sum(operation => operation.Responses.Count(response => response.MediaTypes.Count == 0)),
                api.Count(operation => operation.Request?.Schema is not null)))
            .Should().Equal(
                ("client-server", 166, 265, 430, 390, 34, 71),
                ("server-server", 36, 57, 73, 70, 1, 14),
                ("application-service", 9, 10, 30, 30, 0, 2),
                ("identity", 23, 11, 56, 47, 9, 11),
                ("push-gateway", 1, 0, 1, 1, 0, 1));
        specification.Events.Should().HaveCount(79);
    }

    [Fact]
    public void Every_committed_file_is_named_by_the_manifest_and_the_other_way_round()
    {
        var specification = Specification.LoadEmbedded(Committed);

        var named = specification.Operations
            .SelectMany(operation => operation.Responses.Select(response => response.Schema).Append(operation.Request?.Schema))
            .OfType<string>()
            .Concat(specification.Events.Select(item => item.Schema))
            .Append("manifest.json");
        Files(Path.Combine(Schemas, "v1.19")).Keys.Should().BeEquivalentTo(named);
    }

    [Fact]
    public void No_committed_schema_has_prose()
    {
        string[] prose = ["description", "title", "summary", "example", "examples", "$comment", "externalDocs"];
        var found = new List<string>();
        foreach (var (file, content) in Files(Path.Combine(Schemas, "v1.19")))
        {
            using var document = JsonDocument.Parse(content);
            CollectKeywords(document.RootElement, isSchema: file != "manifest.json", (keyword, _) =>
            {
                if (prose.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal))
                    found.Add($"{file}: {keyword}");
            });
        }

        found.Should().BeEmpty();
    }

    [Fact]
    public void Every_committed_reference_stays_in_its_file()
    {
        foreach (var (file, content) in Files(Path.Combine(Schemas, "v1.19")).Where(item => item.Key != "manifest.json"))
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            CollectKeywords(root, isSchema: true, (keyword, value) =>
            {
                if (keyword == "$ref")
                {
                    value.GetString().Should().StartWith("#/$defs/", file);
                    root.GetProperty("$defs").TryGetProperty(value.GetString()!["#/$defs/".Length..], out _)
                        .Should().BeTrue($"{file} refers to {value}");
                }
            });
        }
    }

    [Fact]
    public void Committed_files_end_with_one_newline_and_have_no_carriage_return()
    {
        foreach (var (file, content) in Files(Path.Combine(Schemas, "v1.19")))
            content.Should().EndWith("}\n", file).And.NotContain("\r", file).And.NotContain("\t", file);
    }

    private ExtractionSummary Extract(string sources, string? commit) =>
        new SpecExtractor(new ExtractionOptions { SpecPath = sources, OutputDirectory = _output.Path, Commit = commit }).Extract();

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), file => File.ReadAllText(file, Encoding.UTF8)),
        StringComparer.Ordinal);

    // The names of the files that only one has, or that differ in a byte.
    private static IEnumerable<string> Differences(IReadOnlyDictionary<string, string> left, IReadOnlyDictionary<string, string> right) =>
        left.Keys.Union(right.Keys).Where(file => left.GetValueOrDefault(file) != right.GetValueOrDefault(file));

    private static string Schema(string file) => File.ReadAllText(file);

    // Names of properties are not keywords: a property may well be called "description".
    private static void CollectKeywords(JsonElement element, bool isSchema, Action<string, JsonElement> found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                CollectKeywords(item, isSchema, found);
        }

        if (element.ValueKind != JsonValueKind.Object)
            return;
        foreach (var member in element.EnumerateObject())
        {
            if (isSchema && member.Name is "properties" or "patternProperties" or "$defs" or "dependentSchemas")
            {
                foreach (var named in member.Value.EnumerateObject())
                    CollectKeywords(named.Value, isSchema, found);
                continue;
            }

            found(member.Name, member.Value);
            if (member.Name is not ("enum" or "const" or "default"))
                CollectKeywords(member.Value, isSchema, found);
        }
    }
}
