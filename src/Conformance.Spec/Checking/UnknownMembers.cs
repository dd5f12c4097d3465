using Conformance.Spec.Schemas;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Finds members of an example that no applicable schema knows. Most are misspelt, renamed or left over.</summary>
/// <param name="context">Receives the findings.</param>
internal sealed class UnknownMembers(CheckContext context)
{
    private readonly PatternCache _patterns = new();
    private readonly HashSet<SourceNode> _shared = [];

    /// <summary>Walks through an example and its schema together.</summary>
    public void Check(SourceNode schema, SourceNode example)
    {
        if (context.Checks(CheckRules.UnknownMember))
            Check([schema], example, example);
    }

    private void Check(IReadOnlyList<SourceNode> schemas, SourceNode example, SourceNode visible)
    {
        visible = example.File == visible.File ? example : visible;
        switch (example)
        {
            case SourceMap map:
                var shape = new ObjectShape(context.Tree, schemas);
                foreach (var member in map.Members)
                    CheckMember(shape, member, visible);
                break;
            case SourceList list:
                var items = ObjectShape.InPlace(context.Tree, schemas)
                    .Select(schema => SchemaNodes.Keyword(schema, "items")).OfType<SourceNode>().ToList();
                if (items.Count == 0)
                    break;
                foreach (var item in list.Items)
                    Check(items, item, visible);
                break;
        }
    }

    private void CheckMember(ObjectShape shape, SourceMember member, SourceNode visible)
    {
        var schemas = shape.SchemasOf(member.Name, _patterns, out var known);
        if (schemas.Count > 0)
            Check(schemas, member.Value, visible);
        if (known)
            return;
        // Many examples may share a value from another file; one finding is enough.
        var isHere = member.Value.File == visible.File;
        if (!isHere && !_shared.Add(member.Value.Origin ?? member.Value))
            return;
        var user = isHere ? "" : $" (of {visible.File}:{visible.Line})";
        context.Report(
            CheckRules.UnknownMember,
            member.Value,
            $"the example{user} has the member \"{member.Name}\", which its schema does not know.{Nearest.Question(member.Name, shape.Names)}");
    }
}
