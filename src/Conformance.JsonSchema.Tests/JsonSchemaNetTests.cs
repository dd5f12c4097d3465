using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.JsonSchema.Tests.Bodies;
using Conformance.Testing;
using FluentAssertions;
using Json.Schema;
using Xunit;
using Xunit.Abstractions;
using Other = Json.Schema.JsonSchema;

namespace Conformance.JsonSchema.Tests;

/// <summary>
/// Our verdicts beside those of JsonSchema.Net. Each difference must be in <c>jsonschema-net-differences.json</c> with the reason why the
/// other
/// is at fault; an entry that no difference needs any more fails as well.
/// </summary>
public sealed class JsonSchemaNetTests(ITestOutputHelper output)
{
    private const string Version = "v1.19";

    [SkippableFact]
    public void Verdicts_are_equal_on_the_examples_of_the_specification_and_their_mutants() =>
        Compare("examples", SpecExamples.Read(Repository.SpecSources(Version)), atLeast: 300);

    [Fact]
    public void Verdicts_are_equal_on_bodies_made_up_along_every_schema_and_their_mutants() =>
        Compare("samples", SampleBodies.For(Version, each: 2), atLeast: 1000);

    [Fact]
    public async Task Verdicts_are_equal_on_the_bodies_of_a_run_and_their_mutants() =>
        Compare("recorded", await RecordedBodies.RecordAsync(Version), atLeast: 100);

    [SkippableTheory]
    [InlineData("", false)]
    [InlineData("optional", false)]
    [InlineData("optional/format", true)]
    public void Verdicts_are_equal_on_the_official_suite(string folder, bool formats)
    {
        Skip.If(OfficialSuite.Folder is null, OfficialSuite.Absent);
        var differences = new Differences(folder.Length == 0 ? "suite" : $"suite/{folder}");
        var compared = 0;
        foreach (var file in OfficialSuite.Files(folder).Except(OfficialSuiteTests.NotOffered))
        {
            foreach (var suiteCase in OfficialSuite.Cases(file)
                .Where(suiteCase => suiteCase.Description != OfficialSuiteTests.HostNameTables))
            {
                var ours = CompiledSchema.Compile(
                    suiteCase.Schema, new SchemaOptions { Resolve = OfficialSuite.Resolve, AssertFormats = formats });
                var other = Attempt(() => Build(suiteCase.Schema, remotes: true));
                foreach (var test in suiteCase.Tests)
                {
                    compared++;
                    var verdict = other is null ? null : Verdict(other, test.Data, formats);
                    // Ours is what the suite demands, so whoever differs is at fault by it.
                    ours.IsValid(test.Data).Should().Be(test.Valid, "{0}: {1}: {2}", file, suiteCase.Description, test.Description);
                    if (verdict != test.Valid)
                        differences.Add($"{file}: {suiteCase.Description}: {test.Description}", verdict, test.Valid);
                }
            }
        }

        output.WriteLine(
            $"official suite, {(folder.Length == 0 ? "required" : folder)}: {compared} verdicts compared, {differences.Count} differ");
        compared.Should().BeGreaterThan(100);
        differences.MustBeKnown();
    }

    private void Compare(string corpus, IEnumerable<JudgedBody> bodies, int atLeast)
    {
        var (given, compared, valid) = (0, 0, 0);
        var differences = new Differences(corpus);
        Parallel.ForEach(bodies.GroupBy(body => Encoding.UTF8.GetString(body.Schema)), group =>
        {
            var schema = Encoding.UTF8.GetBytes(group.Key);
            var ours = CompiledSchema.Compile(schema, new SchemaOptions { AssertFormats = false });
            var other = Build(schema, remotes: false);
            foreach (var body in group)
            {
                Interlocked.Increment(ref given);
                foreach (var text in Texts(body))
                {
                    var bytes = Encoding.UTF8.GetBytes(text);
                    var verdict = ours.IsValid(bytes);
                    Interlocked.Increment(ref compared);
                    if (verdict)
                        Interlocked.Increment(ref valid);
                    var theirs = Verdict(other, bytes, formats: false);
                    if (theirs != verdict)
                        differences.Add($"{body.Place}: {text}", theirs, verdict);
                }
            }
        });
        output.WriteLine(
            $"{corpus}: {given} bodies, with their mutants {compared} verdicts compared ({valid} valid), {differences.Count} differ");
        given.Should().BeGreaterThanOrEqualTo(atLeast);
        valid.Should().BeGreaterThan(0).And.BeLessThan(compared);
        differences.MustBeKnown();
    }

    private static IEnumerable<string> Texts(JudgedBody body)
    {
        yield return body.Body?.ToJsonString() ?? "null";
        if (body.Body is null)
            yield break;
        foreach (var mutant in Mutants.OfEveryKind(body.Body))
            yield return mutant;
    }

    // A registry of its own for each, so that equal identifiers do not meet.
    private static Other Build(byte[] schema, bool remotes)
    {
        var registry = new SchemaRegistry();
        var options = new BuildOptions { SchemaRegistry = registry };
        if (remotes)
            registry.Fetch = (uri, _) => Document(uri) is var document && OfficialSuite.Resolve(document) is { } bytes
                ? Other.Build(Parse(bytes), options, new Uri(document))
                : null;
        return Other.Build(Parse(schema), options);
    }

    private static string Document(Uri uri) => uri.GetLeftPart(UriPartial.Query);

    private static bool? Verdict(Other schema, byte[] instance, bool formats) =>
        Attempt<bool?>(() =>
            schema.Evaluate(
                Parse(instance), new EvaluationOptions { OutputFormat = OutputFormat.Flag, RequireFormatValidation = formats }).IsValid);

    private static JsonElement Parse(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    // If the other throws, whatever it throws, it gives no verdict: a difference.
    private static T? Attempt<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception)
        {
            return default;
        }
    }

    private sealed class Differences(string corpus)
    {
        private static readonly string File =
            Path.Combine(Repository.Root, "src", "Conformance.JsonSchema.Tests", "jsonschema-net-differences.json");
        private readonly ConcurrentDictionary<string, string> _found = [];

        public int Count => _found.Count;

        public void Add(string place, bool? theirs, bool ours) => _found[place] = $"{Word(theirs)}; ours: {Word(ours)}";

        public void MustBeKnown()
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(File));
            var known = document.RootElement.EnumerateArray()
                .Where(entry => entry.GetProperty("corpus").GetString() == corpus)
                .SelectMany(entry => entry.GetProperty("places").EnumerateArray().Select(place => place.GetString()!))
                .ToHashSet(StringComparer.Ordinal);
            var unknown = _found.Where(found => !known.Contains(found.Key)).Select(found => $"{found.Key} (JsonSchema.Net: {found.Value})");
            string.Join('\n', unknown.Order(StringComparer.Ordinal))
                .Should().BeEmpty(
                    "a difference is a fault of one side; one of the other side's goes to {0} with the reason", Path.GetFileName(File));
            string.Join('\n', known.Except(_found.Keys)).Should().BeEmpty("these differ no longer");
        }

        private static string Word(bool? verdict) => verdict switch { true => "valid", false => "invalid", null => "no verdict" };
    }
}
