using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Holds the content of events in the examples of APIs against the schemas of their types.</summary>
/// <param name="context">Receives the findings.</param>
/// <param name="examples">Does the validation.</param>
internal sealed class EmbeddedEvents(CheckContext context, ExampleChecker examples)
{
    private const string Folder = "data/event-schemas/schema/";
    private static readonly string[] Discriminators = ["msgtype", "method"];

    /// <summary>Looks for events anywhere in a composed example.</summary>
    public void Check(SourceNode example)
    {
        switch (example)
        {
            case SourceList list:
                foreach (var item in list.Items)
                    Check(item);
                break;
            case SourceMap map:
                if (map["type"] is SourceScalar { Kind: ScalarKind.String } type && map["content"] is SourceMap content)
                    CheckContent(type.Text, content);
                foreach (var member in map.Members)
                    Check(member.Value);
                break;
        }
    }

    private void CheckContent(string type, SourceMap content)
    {
        var names = new List<string> { type };
        names.AddRange(Discriminators.Select(name => content[name]).OfType<SourceScalar>().Select(value => $"{type}${value.Text}"));
        var known = false;
        foreach (var file in names.Select(name => $"{Folder}{name}.yaml").Where(context.Tree.Exists))
        {
            known = true;
            if (context.Tree.Load(file) is { } schema && ContentOf(schema) is { } contentSchema)
                examples.Validate(contentSchema, content, CheckRules.EmbeddedEvent, $"the content of {type}");
        }

        if (known)
            context.Visit("embedded events");
    }

    private static SourceNode? ContentOf(SourceNode schema) => ((schema as SourceMap)?["properties"] as SourceMap)?["content"];
}
