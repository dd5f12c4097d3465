using System.Text.Json.Nodes;
using Conformance.JsonSchema.Tests.Bodies;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Schemas and bodies of the Matrix specification, where the corpus is present beside the repository.</summary>
public sealed class BenchCorpusTests
{
    private static readonly string? Folder = Repository.FindShared("bench-corpus");

    public static TheoryData<string> Files
    {
        get
        {
            var data = new TheoryData<string>();
            var files = Folder is null ? [] : Directory.GetFiles(Folder, "*.json");
            foreach (var file in files.Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).DefaultIfEmpty("(absent)"))
                data.Add(file);
            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void A_body_is_valid_and_its_mutants_are_judged_alike_in_every_form(string file)
    {
        Skip.If(Folder is null, "the corpus is not there (../shared/bench-corpus beside the repository)");
        var content = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Folder, file)))!;
        var evaluations = new Evaluations(content["schema"]!.ToJsonString(), new SchemaOptions { AssertFormats = false });
        var body = content["body"]!.DeepClone();
        evaluations.IsValid(body.ToJsonString()).Should().BeTrue();
        foreach (var mutant in Mutants.Of(body))
            evaluations.IsValid(mutant);
        evaluations.IsValid("7").Should().BeFalse();
    }
}
