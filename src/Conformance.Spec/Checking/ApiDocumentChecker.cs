using System.Text.RegularExpressions;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Checks one API document: its operations, and every example and schema in them.</summary>
/// <param name="context">Receives the findings.</param>
/// <param name="schemas">Checks schemas.</param>
/// <param name="bodies">Checks what goes over the wire.</param>
internal sealed partial class ApiDocumentChecker(CheckContext context, SchemaChecker schemas, BodyChecker bodies)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>Checks a document.</summary>
    public void Check(SourceMap root)
    {
        var schemes = SchemesOf(root);
        CheckSecurity(root, schemes);
        if (root["paths"] is SourceMap paths)
        {
            foreach (var path in paths.Members)
            {
                if (context.Tree.Follow(path.Value) is SourceMap item)
                    CheckPath(root, path, item, schemes);
            }
        }

        var definitions = root["definitions"] as SourceMap ?? (root["components"] as SourceMap)?["schemas"] as SourceMap;
        foreach (var definition in definitions?.Members ?? [])
            schemas.CheckRoot(definition.Value, inApi: true);
    }

    private void CheckPath(SourceMap root, SourceMember path, SourceMap item, HashSet<string>? schemes)
    {
        foreach (var member in item.Members.Where(member => Methods.Contains(member.Name)))
        {
            if (member.Value is not SourceMap operation)
                continue;
            context.Visit("operations");
            VersionQuotes.Check(operation, context);
            CheckSecurity(operation, schemes);
            var parameters = Parameters(item).Concat(Parameters(operation)).ToList();
            CheckPathParameters(path, parameters, operation);
            foreach (var parameter in parameters)
                bodies.CheckParameter(parameter);
            bodies.CheckRequest(operation);
            if (operation["responses"] is not SourceMap responses)
                continue;
            foreach (var response in responses.Members)
            {
                if (context.Tree.Follow(response.Value) is SourceMap map)
                    bodies.CheckResponse(root, operation, map);
            }
        }
    }

    private IEnumerable<SourceMap> Parameters(SourceMap holder) =>
        holder["parameters"] is SourceList list ? list.Items.Select(context.Tree.Follow).OfType<SourceMap>() : [];

    private void CheckPathParameters(SourceMember path, List<SourceMap> parameters, SourceMap operation)
    {
        var template = TemplateParameter().Matches(path.Name).Select(match => match.Groups[1].Value).ToList();
        var declared = parameters.Where(parameter => parameter["in"] is SourceScalar { Text: "path" } && parameter["name"] is SourceScalar)
            .ToList();
        var names = declared.Select(parameter => ((SourceScalar)parameter["name"]!).Text).ToList();
        foreach (var missing in template.Where(name => !names.Contains(name)))
            context.Report(
                CheckRules.PathParameter,
                operation,
                $"the path \"{path.Name}\" has the parameter \"{missing}\", which the operation does not declare.{Nearest.Question(missing, names)}");
        foreach (var parameter in declared)
        {
            var name = (SourceScalar)parameter["name"]!;
            if (!template.Contains(name.Text))
                context.Report(
                    CheckRules.PathParameter,
                    name,
                    $"the parameter \"{name.Text}\" is not in the path \"{path.Name}\".{Nearest.Question(name.Text, template)}");
            if (parameter["required"] is not SourceScalar { IsTrue: true })
                context.Report(
                    CheckRules.PathParameter,
                    name,
                    $"the path parameter \"{name.Text}\" is not marked as required; a path parameter always is");
        }
    }

    // The names of the schemes; null where they cannot be read, so that nothing can be said about their uses.
    private HashSet<string>? SchemesOf(SourceMap root)
    {
        var node = root["securityDefinitions"] ?? (context.Tree.Follow(root["components"]) as SourceMap)?["securitySchemes"];
        if (node is null)
            return [];
        return context.Tree.Follow(node) is SourceMap schemes
            ? schemes.Members.Select(scheme => scheme.Name).ToHashSet(StringComparer.Ordinal)
            : null;
    }

    private void CheckSecurity(SourceMap holder, HashSet<string>? schemes)
    {
        if (schemes is null || holder["security"] is not SourceList alternatives)
            return;
        foreach (var name in alternatives.Items.OfType<SourceMap>().SelectMany(alternative => alternative.Members)
            .Where(name => !schemes.Contains(name.Name)))
            context.Report(
                CheckRules.Security,
                name.Key,
                $"the security scheme \"{name.Name}\" is not among those of the document.{Nearest.Question(name.Name, schemes)}");
    }

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex TemplateParameter();
}
