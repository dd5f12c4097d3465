using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.Benchmarks;

/// <summary>Schemas with bodies that are valid against them, one pair a file: an object with <c>operationId</c>, <c>status</c>,
/// <c>schema</c> and <c>body</c>.</summary>
/// <param name="Name">The file's name without extension.</param>
/// <param name="Schema">The schema as JSON in UTF-8.</param>
/// <param name="Body">The body as JSON in UTF-8, without white space, as servers send it.</param>
public sealed record Corpus(string Name, byte[] Schema, byte[] Body)
{
    /// <summary>The environment variable that tells the benchmarks' own processes where the corpus is.</summary>
    public const string FolderVariable = "CONFORMANCE_BENCH_CORPUS";

    /// <summary>Reads the pairs of a folder, in the order of their names.</summary>
    /// <exception cref="IOException">The folder is not there or has no such file.</exception>
    public static IReadOnlyList<Corpus> Read(string folder)
    {
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : throw new IOException($"there is no folder {folder}");
        if (files.Length == 0)
            throw new IOException($"{folder} has no *.json");
        return [.. files.Order(StringComparer.Ordinal).Select(ReadFile)];
    }

    private static Corpus ReadFile(string file)
    {
        try
        {
            var pair = JsonNode.Parse(File.ReadAllBytes(file)) as JsonObject ?? throw new IOException($"{file} is not an object");
            return new Corpus(Path.GetFileNameWithoutExtension(file), Compact(pair, "schema", file), Compact(pair, "body", file));
        }
        catch (JsonException exception)
        {
            throw new IOException($"{file} is not JSON: {exception.Message}", exception);
        }
    }

    private static byte[] Compact(JsonObject pair, string member, string file)
    {
        var value = pair[member] ?? throw new IOException($"{file} has no member \"{member}\"");
        return Encoding.UTF8.GetBytes(
            value.ToJsonString(
                new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }
}
