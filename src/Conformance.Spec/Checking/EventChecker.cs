using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Checks the schemas of events and the examples beside them.</summary>
/// <param name="context">Receives the findings.</param>
/// <param name="schemas">Checks schemas.</param>
/// <param name="examples">Checks examples.</param>
internal sealed class EventChecker(CheckContext context, SchemaChecker schemas, ExampleChecker examples)
{
    private const string SchemaFolder = "data/event-schemas/schema";
    private const string ExampleFolder = "data/event-schemas/examples";

    /// <summary>Checks every event schema and its examples.</summary>
    public void Check()
    {
        foreach (var file in context.Tree.Files(SchemaFolder, recursive: false, ".yaml", ".yml"))
        {
            if (context.Tree.Load(file) is { } root)
                CheckSchema(Path.GetFileNameWithoutExtension(file), root);
        }

        foreach (var file in context.Tree.Files(ExampleFolder, recursive: false, ".yaml", ".yml"))
        {
            if (context.Tree.Load(file) is { } root)
                CheckExample(Path.GetFileNameWithoutExtension(file), root);
        }
    }

    private void CheckSchema(string name, SourceNode root)
    {
        schemas.CheckRoot(root, inApi: false);
        var type = name.Split('$')[0];
        if (Property(root, "type") is { } property && Constants(property) is { Count: > 0 } types
            && !types.Any(constant => constant.Text == type))
            context.Report(
                CheckRules.EventType,
                types[0],
                $"the file is named for {type}, and the schema is for the type \"{string.Join("\", \"", types.Select(constant => constant.Text))}\"");
    }

    private void CheckExample(string name, SourceNode example)
    {
        var type = name.Split('$')[0];
        var schemasOfIt = new[] { name, type }.Distinct().Select(stem => $"{SchemaFolder}/{stem}.yaml").Where(context.Tree.Exists)
            .Select(context.Tree.Load).OfType<SourceNode>().ToList();
        if (schemasOfIt.Count == 0)
        {
            context.Report(CheckRules.EventType, example, $"there is no schema for {type}; name the example after the schema of its event");
            return;
        }

        // A variant knows its own members. It also conforms to the schema of the type, which does not know them.
        if (examples.CheckExample("event examples", schemasOfIt[0], example, [.. schemasOfIt.Skip(1)]) is SourceMap whole
            && whole["type"] is SourceScalar actual && actual.Text != type)
            context.Report(CheckRules.EventType, actual, $"the file is named for {type}, and the example is of the type \"{actual.Text}\"");
    }

    private static SourceNode? Property(SourceNode schema, string name) => ((schema as SourceMap)?["properties"] as SourceMap)?[name];

    private static IReadOnlyList<SourceScalar> Constants(SourceNode property) => (property as SourceMap)?["enum"] is SourceList values
        ? [.. values.Items.OfType<SourceScalar>()]
        : (property as SourceMap)?["const"] is SourceScalar constant ? [constant] : [];
}
