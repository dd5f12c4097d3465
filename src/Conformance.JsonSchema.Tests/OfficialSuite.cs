using System.Text;
using System.Text.Json;
using Conformance.Testing;

namespace Conformance.JsonSchema.Tests;

/// <summary>The official test suite of JSON Schema, where it is present beside the repository.</summary>
internal static class OfficialSuite
{
    private const string RemoteRoot = "http://localhost:1234/";

    /// <summary>Why tests that need the suite are skipped.</summary>
    public const string Absent = "the official test suite is not there (../shared/json-schema-test-suite beside the repository)";

    /// <summary>The suite's folder; null if it is not there.</summary>
    public static string? Folder { get; } = Repository.FindShared("json-schema-test-suite");

    /// <summary>The test files under a folder of the suite's tests, as paths relative to <c>tests/draft2020-12</c>.</summary>
    public static IEnumerable<string> Files(string subfolder)
    {
        if (Folder is null)
            return [];
        var root = Path.Combine(Folder, "tests", "draft2020-12");
        return Directory.EnumerateFiles(Path.Combine(root, subfolder), "*.json").Select(file => Path.GetRelativePath(root, file))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The cases of one file.</summary>
    public static IEnumerable<SuiteCase> Cases(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder!, "tests", "draft2020-12", file)));
        foreach (var group in document.RootElement.EnumerateArray())
            yield return new SuiteCase(
                group.GetProperty("description").GetString()!,
                Encoding.UTF8.GetBytes(group.GetProperty("schema").GetRawText()),
                [.. group.GetProperty("tests").EnumerateArray().Select(test => new SuiteTest(
                    test.GetProperty("description").GetString()!,
                    Encoding.UTF8.GetBytes(test.GetProperty("data").GetRawText()),
                    test.GetProperty("valid").GetBoolean()))]);
    }

    /// <summary>Gives the suite's remote documents.</summary>
    public static ReadOnlyMemory<byte>? Resolve(string uri)
    {
        if (!uri.StartsWith(RemoteRoot, StringComparison.Ordinal))
            return null;
        var file = Path.Combine(Folder!, "remotes", uri[RemoteRoot.Length..]);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    /// <summary>A schema with its tests.</summary>
    internal sealed record SuiteCase(string Description, byte[] Schema, IReadOnlyList<SuiteTest> Tests);

    /// <summary>An instance with its verdict.</summary>
    internal sealed record SuiteTest(string Description, byte[] Data, bool Valid);
}
