using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>The sources of one version: its API documents and event schemas, from a checkout or from a published bundle.</summary>
internal sealed class SpecSources
{
    private const string ApiFolder = "data/api";
    private const string EventFolder = "data/event-schemas/schema";

    // The order in which the APIs are written; others, should there ever be any, follow in ordinal order.
    private static readonly string[] KnownApis = ["client-server", "server-server", "application-service", "identity", "push-gateway"];

    private readonly List<SpecError> _errors;

    private SpecSources(SourceTree tree, List<SpecError> errors)
    {
        Tree = tree;
        _errors = errors;
    }

    public SourceTree Tree { get; }

    /// <summary>The APIs with the files of their documents, relative to the root.</summary>
    public required IReadOnlyList<(string Api, IReadOnlyList<string> Files)> Apis { get; init; }

    /// <summary>The files of the event schemas, relative to the root.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>The version; null if the sources do not say it.</summary>
    public required SpecVersion? Version { get; init; }

    /// <summary>The commit; null if the sources do not say it.</summary>
    public required string? Commit { get; init; }

    /// <summary>Finds the sources at a path; their files are read later.</summary>
    /// <exception cref="SpecException">There are no sources of the specification.</exception>
    /// <param name="path">A folder that holds <c>data/</c>, or the file of a bundle.</param>
    /// <param name="errors">Receives the faults that make files unusable.</param>
    /// <param name="notices">Receives the harmless faults.</param>
    /// <param name="known">The tree to use for a folder; null to make one.</param>
    public static SpecSources Open(string path, List<SpecError> errors, List<SourceNotice> notices, SourceTree? known = null)
    {
        if (known is null && File.Exists(path))
            return OpenBundle(path, errors, notices);
        if (!Directory.Exists(path))
            throw new SpecException(
                $"There is no {path}",
                "give the folder that holds data/ (a checkout of the specification's repository), or a published api.json.");
        if (!Directory.Exists(Path.Combine(path, ApiFolder)))
            throw new SpecException(
                $"{path} does not hold {ApiFolder}/",
                "give the folder that holds data/ (a checkout of the specification's repository), or a published api.json.");
        var tree = known ?? new SourceTree(path, errors, notices);
        var apis = Directory.EnumerateDirectories(Path.Combine(path, ApiFolder)).Select(folder => Path.GetFileName(folder)!)
            .OrderBy(Rank).ThenBy(api => api, StringComparer.Ordinal)
            .Select(api => (Api: api, Files: tree.Files($"{ApiFolder}/{api}", recursive: false, ".yaml", ".yml", ".json")))
            .Where(api => api.Files.Count > 0)
            .ToList();
        if (apis.Count == 0)
            throw new SpecException(
                $"No folder below {Path.Combine(path, ApiFolder)} holds an API document",
                "give a complete checkout of the specification's repository.");
        return new SpecSources(tree, errors)
        {
            Apis = apis,
            Events = tree.Files(EventFolder, recursive: false, ".yaml", ".yml", ".json"),
            Version = VersionDetector.Detect(path),
            Commit = GitCommit.Head(path),
        };
    }

    /// <summary>The position of an API in the output.</summary>
    public static int Rank(string api) => Array.IndexOf(KnownApis, api) is >= 0 and var index ? index : KnownApis.Length;

    /// <summary>The operations of an API, by path and method.</summary>
    public IReadOnlyList<OperationSource> Operations(string api, IReadOnlyList<string> files)
    {
        var found = files.SelectMany(file => ReadFile(Tree, api, file, _errors)).ToList();
        _errors.AddRange(Duplicates(found));
        return [.. found
            .OrderBy(operation => operation.Path, StringComparer.Ordinal)
            .ThenBy(operation => operation.Method, StringComparer.Ordinal)
            .ThenBy(operation => operation.Id, StringComparer.Ordinal)];
    }

    /// <summary>The operations of one document.</summary>
    public static IReadOnlyList<OperationSource> ReadFile(SourceTree tree, string api, string file, List<SpecError> errors)
    {
        if (tree.Load(file) is not { } node)
            return [];
        if (node is SourceMap root && ApiDocumentReader.IsApiDocument(node))
            return ApiDocumentReader.For(tree, api, root, errors) is { } reader ? [.. reader.Read()] : [];
        errors.Add(
            node.Error(
                "the file is not an API document: it has no \"paths\"; move definitions into a folder of their own", withPointer: false));
        return [];
    }

    private static SpecSources OpenBundle(string path, List<SpecError> errors, List<SourceNotice> notices)
    {
        var full = Path.GetFullPath(path);
        var file = Path.GetFileName(full);
        var tree = new SourceTree(Path.GetDirectoryName(full)!, errors, notices);
        if (tree.Load(file) is not { } node)
            throw new SpecException(errors);
        if (node is not SourceMap root || !ApiDocumentReader.IsApiDocument(node))
            throw new SpecException($"{path} is not an API document", "give a published api.json, or the folder that holds data/.");
        var info = root["info"] as SourceMap;
        var version = info?["version"] is SourceScalar label && SpecVersion.TryParse(label.Text, out var parsed)
            ? parsed
            : (SpecVersion?)null;
        return new SpecSources(tree, errors)
        {
            Apis = [(ApiOf((info?["title"] as SourceScalar)?.Text ?? "", path), [file])],
            Events = [],
            Version = version,
            Commit = null,
        };
    }

    // "Matrix Identity Service API" is the API in the folder "identity".
    private static string ApiOf(string title, string path)
    {
        var words = title.Replace(' ', '-');
        return KnownApis.FirstOrDefault(api => words.Contains(api, StringComparison.OrdinalIgnoreCase))
            ?? throw new SpecException(
                $"{path} has the title \"{title}\", which names none of the APIs {string.Join(", ", KnownApis)}",
                "give a published api.json.");
    }

    /// <summary>An error for each operation that shares its id, or its path and method, with another one of the same API.</summary>
    public static IEnumerable<SpecError> Duplicates(IReadOnlyList<OperationSource> operations)
    {
        var byId = new Dictionary<string, OperationSource>(StringComparer.Ordinal);
        var byPath = new Dictionary<string, OperationSource>(StringComparer.Ordinal);
        foreach (var operation in operations)
        {
            if (!byId.TryAdd(operation.Id, operation))
                yield return operation.Place.Error(
                    $"the operationId \"{operation.Id}\" is already taken, at {At(byId[operation.Id])}; give one of them another name");
            var spaces = operation.SourcePath[operation.SourcePath.TrimEnd(' ').Length..];
            var path = $"{operation.Method} {operation.Path}{spaces}";
            if (!byPath.TryAdd(path, operation))
                yield return operation.Place.Error(
                    $"{operation.Method} {operation.Path} is already documented, at {At(byPath[path])}; remove one of them");
        }
    }

    private static string At(OperationSource operation) => $"{operation.Place.File}:{operation.Place.Line}";
}
