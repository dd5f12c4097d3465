using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Spec.Checking;
using Conformance.Spec.Extraction;
using Conformance.Spec.Sources;

namespace Conformance.JsonSchema.Tests.Bodies;

/// <summary>Every example in the specification's sources that stands beside its schema, and the examples of events.</summary>
internal static class SpecExamples
{
    private const string EventSchemas = "data/event-schemas/schema";
    private const string EventExamples = "data/event-schemas/examples";

    /// <summary>Reads them, composed as the specification's site does.</summary>
    /// <param name="folder">The folder that holds <c>data/</c>.</param>
    public static IEnumerable<JudgedBody> Read(string folder)
    {
        var context = new CheckContext(new CheckOptions { SpecDirectory = folder });
        var composer = new ExampleComposer(context);
        var bundler = new SchemaBundler(context.Tree, [], indented: false);
        foreach (var file in context.Tree.Files("data/api", recursive: true, ".yaml"))
        {
            if (context.Tree.Load(file) is not { } root)
                continue;
            foreach (var (schema, example) in Pairs(root, context.Tree))
            {
                if (Body(schema, example) is { } body)
                    yield return body;
            }
        }

        foreach (var file in context.Tree.Files(EventExamples, recursive: false, ".yaml"))
        {
            if (context.Tree.Load($"{EventSchemas}/{Path.GetFileNameWithoutExtension(file).Split('$')[0]}.yaml") is { } schema
                && context.Tree.Load(file) is { } example && Body(schema, example) is { } body)
                yield return body;
        }

        JudgedBody? Body(SourceNode schema, SourceNode example) => composer.Compose(example) is { } whole
            ? new JudgedBody($"{example.File}:{example.Line}", bundler.Bundle(schema), Json(whole))
            : null;
    }

    private static IEnumerable<(SourceNode Schema, SourceNode Example)> Pairs(SourceNode node, SourceTree tree)
    {
        if (node is SourceList list)
        {
            foreach (var pair in list.Items.SelectMany(item => Pairs(item, tree)))
                yield return pair;
        }

        if (node is not SourceMap map)
            yield break;
        if (map["schema"] is SourceMap schema)
        {
            if (map["example"] is { } single)
                yield return (schema, single);
            foreach (var named in (map["examples"] as SourceMap)?.Members ?? [])
            {
                if (tree.Follow(named.Value) is SourceMap holder && holder["value"] is { } value)
                    yield return (schema, value);
            }
        }

        foreach (var pair in map.Members.SelectMany(member => Pairs(member.Value, tree)))
            yield return pair;
    }

    private static JsonNode? Json(SourceNode value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, SourceJson.Options))
            SourceJson.Write(writer, value, []);
        return JsonNode.Parse(stream.ToArray());
    }
}
