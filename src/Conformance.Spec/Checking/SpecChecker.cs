using Conformance.Spec.Extraction;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>
/// Checks the specification's sources against themselves: every example at every level against its schema, and further rules for such
/// sources (<see cref="CheckRules.All"/>).
/// </summary>
/// <param name="options">What to check.</param>
public sealed class SpecChecker(CheckOptions options)
{
    /// <summary>Checks everything. Every fault of the sources becomes a finding, however broken they are.</summary>
    /// <exception cref="SpecException">The folder holds no sources of the specification, or an option names a rule that does not
    /// exist.</exception>
    public CheckReport Check(CancellationToken cancellationToken = default)
    {
        if (File.Exists(options.SpecDirectory))
            throw new SpecException(
                $"{options.SpecDirectory} is a file",
                "give the folder that holds data/ (a checkout of the specification's repository).");
        var context = new CheckContext(options);
        var sources = SpecSources.Open(options.SpecDirectory, context.FileErrors, context.Notices, context.Tree);
        var files = context.Tree.Files("data", recursive: true, ".yaml", ".yml", ".json");
        context.Tree.Preload(files);
        context.Visit("files", files.Count);

        var examples = new ExampleChecker(context);
        var events = new EmbeddedEvents(context, examples);
        var schemas = new SchemaChecker(context, examples, events);
        CheckApis(context, sources, new ApiDocumentChecker(context, schemas, new BodyChecker(context, schemas, examples, events)),
            cancellationToken);
        new EventChecker(context, schemas, examples).Check();
        var documents = sources.Apis.SelectMany(api => api.Files).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !documents.Contains(file) && !file.Contains("/examples/", StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (context.Tree.Load(file) is { } root && SchemaChecker.LooksLikeSchema(root))
                schemas.CheckRoot(root, inApi: file.StartsWith("data/api/", StringComparison.Ordinal), isPart: true);
        }

        ReportReading(context);
        return new CheckReport(
            [.. context.Findings.OrderBy(finding => finding.File, StringComparer.Ordinal).ThenBy(finding => finding.Line)
                .ThenBy(finding => finding.Column)],
            context.Visited);
    }

    private static void CheckApis(
        CheckContext context, SpecSources sources, ApiDocumentChecker documents, CancellationToken cancellationToken)
    {
        foreach (var (api, files) in sources.Apis)
        {
            var operations = new List<OperationSource>();
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var errors = new List<SpecError>();
                operations.AddRange(SpecSources.ReadFile(context.Tree, api, file, errors));
                foreach (var error in errors)
                    context.Report(CheckRules.Structure, error);
                if (context.Tree.Load(file) is SourceMap root)
                    documents.Check(root);
            }

            foreach (var error in SpecSources.Duplicates(operations))
                context.Report(CheckRules.OperationId, error);
            foreach (var group in operations.GroupBy(operation => operation.Id, StringComparer.OrdinalIgnoreCase))
            {
                var alike = group.DistinctBy(operation => operation.Id).ToList();
                foreach (var operation in alike.Skip(1))
                    context.Report(
                        CheckRules.OperationIdCase,
                        operation.Place,
                        $"the operationId \"{operation.Id}\" differs from \"{alike[0].Id}\" only in capitals; give one of them another name");
            }
        }
    }

    private static void ReportReading(CheckContext context)
    {
        foreach (var error in context.FileErrors)
            context.Report(CheckRules.Yaml, error);
        foreach (var error in context.ReferenceErrors)
            context.Report(CheckRules.Reference, error);
        foreach (var notice in context.Notices)
            context.Report(notice.IsDuplicateKey ? CheckRules.DuplicateKey : CheckRules.Yaml, notice.Error);
    }
}
