using System.Text.Json;
using Json.Schema;

namespace Conformance.Benchmarks.Rivals;

/// <summary>JsonSchema.Net on the corpus.</summary>
internal static class JsonSchemaNet
{
    /// <summary>The rows of the table: from the bytes of the bodies, and from the elements that they were parsed into.</summary>
    public static IEnumerable<IRival> Rivals(IReadOnlyList<Corpus> corpus, JsonElement[] parsed)
    {
        // Each gets its own registry, so that equal schemas do not clash.
        var schemas = corpus
            .Select(pair =>
                Json.Schema.JsonSchema.Build(
                    JsonDocument.Parse(pair.Schema).RootElement, new BuildOptions { SchemaRegistry = new SchemaRegistry() }))
            .ToArray();
        var flag = new EvaluationOptions { OutputFormat = OutputFormat.Flag };
        yield return new InProcessRival("JsonSchema.Net, from bytes", schemas.Length, () =>
        {
            for (var i = 0; i < schemas.Length; i++)
            {
                using var body = JsonDocument.Parse(corpus[i].Body);
                MustBeValid(schemas[i].Evaluate(body.RootElement, flag), corpus[i]);
            }
        });
        yield return new InProcessRival("JsonSchema.Net, parsed", schemas.Length, () =>
        {
            for (var i = 0; i < schemas.Length; i++)
                MustBeValid(schemas[i].Evaluate(parsed[i], flag), corpus[i]);
        });
    }

    private static void MustBeValid(EvaluationResults results, Corpus pair)
    {
        if (!results.IsValid)
            throw new IOException($"{pair.Name} is not valid");
    }
}
