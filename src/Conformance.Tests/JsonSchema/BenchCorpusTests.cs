using System.Text.Json.Nodes;
using Conformance.JsonSchema;
using Conformance.Tests.Support;
using FluentAssertions;
using Xunit;

namespace Conformance.Tests.JsonSchema;

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
        foreach (var mutant in Mutants(body))
            evaluations.IsValid(mutant);
        evaluations.IsValid("7").Should().BeFalse();
    }

    // Each value once replaced by a number, each member once left out.
    private static IEnumerable<string> Mutants(JsonNode root)
    {
        foreach (var node in Descendants(root).ToList())
        {
            var copy = root.DeepClone();
            At(copy, node).ReplaceWith(JsonValue.Create(7.5));
            yield return copy.ToJsonString();
            if (node.Parent is not JsonObject)
                continue;
            copy = root.DeepClone();
            var removed = At(copy, node);
            removed.Parent!.AsObject().Remove(removed.GetPropertyName());
            yield return copy.ToJsonString();
        }
    }

    private static JsonNode At(JsonNode copy, JsonNode node) => node.Parent switch
    {
        JsonObject parent => At(copy, parent)[node.GetPropertyName()]!,
        JsonArray parent => At(copy, parent)[node.GetElementIndex()]!,
        _ => copy,
    };

    private static IEnumerable<JsonNode> Descendants(JsonNode node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(child => Descendants(child).Prepend(child));
    }
}
