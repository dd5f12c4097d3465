using Conformance.Spec.Manifests;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>
/// Makes <c>manifest.json</c> and self-contained JSON Schema 2020-12 files from the specification's sources: OpenAPI 3.1 (since v1.8),
/// Swagger 2.0 (before), or a published bundle. The same sources give the same bytes.
/// </summary>
/// <param name="options">What to extract, and where to.</param>
public sealed class SpecExtractor(ExtractionOptions options)
{
    private const string EventApi = "event-schemas";

    private readonly List<SpecError> _errors = [];
    private readonly List<SourceNotice> _notices = [];
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>Extracts everything, then replaces the version's folder as a whole; writes nothing if there is an error.</summary>
    /// <exception cref="SpecException">The sources are broken or missing (one error for each fault, with its file, line and JSON Pointer),
    /// or the output cannot be written.</exception>
    public ExtractionSummary Extract(CancellationToken cancellationToken = default)
    {
        _errors.Clear();
        _notices.Clear();
        _files.Clear();
        var sources = SpecSources.Open(options.SpecPath, _errors, _notices);
        var version = options.Version ?? sources.Version
            ?? throw new SpecException(
                $"Nothing in {options.SpecPath} says which version of the specification it is",
                "give the version in the form v1.19.");
        var bundler = new SchemaBundler(sources.Tree, _errors);

        sources.Tree.Preload([.. sources.Apis.SelectMany(api => api.Files), .. sources.Events]);
        var operations = new List<Operation>();
        foreach (var (api, files) in sources.Apis)
        {
            var names = new FileNames();
            foreach (var operation in sources.Operations(api, files))
            {
                cancellationToken.ThrowIfCancellationRequested();
                operations.Add(ToOperation(operation, $"{api}/{names.For(operation.Id)}", bundler));
            }
        }

        var events = sources.Events.Select(file => ReadEvent(sources.Tree, file, bundler)).OfType<EventSchema>().ToList();
        if (_errors.Count > 0)
            throw new SpecException(_errors);

        var manifest = new Manifest(version, options.Commit ?? sources.Commit, operations, events);
        _files.Add(Manifest.FileName, ManifestWriter.Write(manifest));
        var target = Path.Combine(Path.GetFullPath(options.OutputDirectory), version.ToString());
        try
        {
            OutputFolder.Replace(target, _files, cancellationToken);
            if (PageAnchors.Read(options.SpecPath) is { Count: > 0 } headings)
            {
                AnchorFile.Write(
                    Path.GetDirectoryName(target)!, version, [.. headings, .. operations.Select(operation => operation.Anchor)]);
            }

        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SpecException(
                new Problem($"{target} cannot be written")
                {
                    Why = exception.Message.TrimEnd('.'),
                    NextStep = "give another output folder."
                }, exception);
        }

        return Summarise(manifest, target);
    }

    private Operation ToOperation(OperationSource source, string file, SchemaBundler bundler) => new()
    {
        Id = source.Id,
        Api = source.Api,
        Method = source.Method,
        Path = source.Path,
        Authentication = source.Authentication,
        Since = source.Since,
        Changed = source.Changed,
        Deprecated = source.Deprecated,
        Parameters = [.. source.Parameters.Select(parameter =>
            parameter.Parameter with { Schema = parameter.Schema is { } schema ? bundler.Inline(schema) : null })],
        Request = source.Request is { } request
            ? new RequestBody(request.Required, request.MediaTypes, AddSchema(bundler, request.JsonSchema, $"{file}.request.json"))
            : null,
        Responses = [.. source.Responses.Select(response => new DocumentedResponse(
            response.Status,
            response.Body.MediaTypes,
            AddSchema(bundler, response.Body.JsonSchema, $"{file}.{response.Status}.json"),
            response.Since)
        {
            Headers = response.Headers,
        })],
    };

    private string? AddSchema(SchemaBundler bundler, SourceNode? schema, string file)
    {
        if (schema is null)
            return null;
        _files.Add(file, bundler.Bundle(schema));
        return file;
    }

    private EventSchema? ReadEvent(SourceTree tree, string file, SchemaBundler bundler)
    {
        if (tree.Load(file) is not { } root)
            return null;
        if (root is not SourceMap map)
        {
            _errors.Add(root.Error($"an event schema is {root.KindName}, where a map is expected"));
            return null;
        }

        var name = Path.GetFileNameWithoutExtension(file);
        return new EventSchema(name, TypesOf(map, name), AddSchema(bundler, map, $"{EventApi}/{name}.json")!,
            VersionMarks.Since(map, _errors));
    }

    private static IReadOnlyList<string> TypesOf(SourceMap schema, string name)
    {
        if (schema["properties"] is SourceMap properties && properties["type"] is SourceMap type)
        {
            if (type["enum"] is SourceList { Items.Count: > 0 } choices)
                return [.. choices.Items.OfType<SourceScalar>().Select(choice => choice.Text)];
            if (type["const"] is SourceScalar constant)
                return [constant.Text];
        }

        return [name.Split('$')[0]];
    }

    private ExtractionSummary Summarise(Manifest manifest, string target) => new(
        manifest.Version,
        manifest.Commit,
        target,
        manifest.Operations.GroupBy(operation => operation.Api).ToDictionary(group => group.Key, group => group.Count()),
        manifest.Operations.Sum(operation => operation.Responses.Count),
        manifest.Operations.Sum(operation => operation.Responses.Count(response => response.Schema is not null)),
        manifest.Operations.Count(operation => operation.Request?.Schema is not null),
        manifest.Events.Count,
        [.. _notices.Select(notice => notice.Error).OrderBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line)]);
}
