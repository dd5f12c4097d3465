using System.Text.RegularExpressions;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>Reads the operations of one document; what the published formats have in common.</summary>
/// <param name="tree">The files around it.</param>
/// <param name="api">The API it belongs to, e.g. <c>client-server</c>.</param>
/// <param name="root">The root of the document.</param>
/// <param name="errors">Receives what is wrong.</param>
internal abstract partial class ApiDocumentReader(SourceTree tree, string api, SourceMap root, List<SpecError> errors)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    protected SourceTree Tree => tree;

    protected SourceMap Root => root;

    protected List<SpecError> Errors => errors;

    /// <summary>The reader for a document's format; null, with an error added, if the format is unknown.</summary>
    public static ApiDocumentReader? For(SourceTree tree, string api, SourceMap root, List<SpecError> errors)
    {
        if (root["openapi"] is SourceScalar openApi && openApi.Text.StartsWith("3.", StringComparison.Ordinal))
            return new OpenApiReader(tree, api, root, errors);
        if (root["swagger"] is SourceScalar { Text: "2.0" })
            return new SwaggerReader(tree, api, root, errors);
        errors.Add((root["openapi"] ?? root["swagger"] ?? root)
            .Error("the document is neither OpenAPI 3 (\"openapi: 3.1.0\") nor Swagger 2.0 (\"swagger: '2.0'\")"));
        return null;
    }

    /// <summary>Whether a file's root looks like a document with operations.</summary>
    public static bool IsApiDocument(SourceNode node) =>
        node is SourceMap map && (map["paths"] is not null || map["openapi"] is not null || map["swagger"] is not null);

    /// <summary>The operations in the order of the source.</summary>
    public IEnumerable<OperationSource> Read()
    {
        if (MapOrError(root["paths"], root, "paths") is not { } paths)
            yield break;
        foreach (var path in paths.Members.Where(path => !path.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            if (MapOrError(tree.Follow(path.Value), path.Value, $"the path \"{path.Name}\"") is not { } item)
                continue;
            foreach (var member in item.Members.Where(member => Methods.Contains(member.Name)))
            {
                if (MapOrError(member.Value, member.Value, $"the operation {member.Name}") is { } operation
                    && ReadOperation(path.Name, item, member.Name, operation) is { } read)
                    yield return read;
            }
        }
    }

    /// <summary>The prefix of each path in the document, without a slash at its end.</summary>
    protected abstract string BasePath(SourceMap item, SourceMap operation);

    /// <summary>The request's body, from the operation or its body parameters.</summary>
    protected abstract BodySource? ReadRequest(SourceMap operation, IReadOnlyList<SourceMap> bodyParameters);

    /// <summary>The schema of the value of a parameter that is not a body; null where there is none.</summary>
    protected abstract SourceNode? ParameterSchema(SourceMap parameter);

    /// <summary>The body of a response.</summary>
    protected abstract BodySource ReadBody(SourceMap operation, SourceMap response);

    /// <summary>The texts of a list; adds an error for each item that is not a text.</summary>
    protected IReadOnlyList<string> Texts(SourceNode? node, string what)
    {
        if (node is null)
            return [];
        if (node is not SourceList list)
        {
            errors.Add(node.Error($"{what} is {node.KindName}, where a list is expected"));
            return [];
        }

        return [.. list.Items.OfType<SourceScalar>().Select(item => item.Text)];
    }

    /// <summary>The node as a map; null, with an error added, if it is something else or missing.</summary>
    protected SourceMap? MapOrError(SourceNode? node, SourceNode place, string what)
    {
        if (node is SourceMap map)
            return map;
        // A reference that could not be resolved has been reported already.
        if (node is not null)
            errors.Add(node.Error($"{what} is {node.KindName}, where a map is expected"));
        else if (place is not SourceMap { Members.Count: > 0 } holder || holder["$ref"] is null)
            errors.Add(place.Error($"{what} is missing"));
        return null;
    }

    private OperationSource? ReadOperation(string path, SourceMap item, string method, SourceMap operation)
    {
        if (operation["operationId"] is not SourceScalar { IsNull: false } id)
        {
            errors.Add(operation.Error("the operation has no operationId; add one"));
            return null;
        }

        if (!FileName().IsMatch(id.Text))
            errors.Add(id.Error($"the operationId \"{id.Text}\" cannot name a file; use letters, digits, hyphens and underscores"));
        var parameters = ReadParameters(item, operation);
        return new OperationSource
        {
            Id = id.Text,
            Api = api,
            Method = method.ToUpperInvariant(),
            // Two operations of one path and method (inviteUser and inviteBy3PID) differ in the sources by a space after the path.
            Path = (BasePath(item, operation) + path).TrimEnd(' '),
            SourcePath = path,
            Authentication = ReadAuthentication(operation),
            Since = VersionMarks.Since(operation, errors),
            Changed = VersionMarks.ChangedIn(operation, errors),
            Deprecated = operation["deprecated"] is SourceScalar { IsTrue: true },
            Parameters = [.. parameters.Select(ReadParameter).OfType<ParameterSource>()],
            Request = ReadRequest(operation, [.. parameters.Where(IsBody)]),
            Responses = ReadResponses(operation),
            Place = id,
        };
    }

    // A parameter of the operation takes the place of one of the path with the same name and location.
    private List<SourceMap> ReadParameters(SourceMap item, SourceMap operation)
    {
        var found = new List<SourceMap>();
        foreach (var holder in new[] { item, operation })
        {
            if (holder["parameters"] is not { } node)
                continue;
            if (node is not SourceList list)
            {
                errors.Add(node.Error($"parameters is {node.KindName}, where a list is expected"));
                continue;
            }

            foreach (var parameter in list.Items.Select(entry => MapOrError(tree.Follow(entry), entry, "the parameter"))
                .OfType<SourceMap>())
            {
                found.RemoveAll(other => holder == operation && Same(other, parameter, "name") && Same(other, parameter, "in"));
                found.Add(parameter);
            }
        }

        return found;
    }

    private ParameterSource? ReadParameter(SourceMap parameter)
    {
        if (IsBody(parameter))
            return null;
        if (parameter["name"] is not SourceScalar name)
        {
            errors.Add(parameter.Error("the parameter has no name; add one"));
            return null;
        }

        ParameterLocation location;
        switch ((parameter["in"] as SourceScalar)?.Text)
        {
            case "path":
                location = ParameterLocation.Path;
                break;
            case "query":
                location = ParameterLocation.Query;
                break;
            case "header":
                location = ParameterLocation.Header;
                break;
            default:
                errors.Add((parameter["in"] ?? parameter)
                    .Error($"the parameter \"{name.Text}\" does not say where it goes; \"in\" is one of path, query, header"));
                return null;
        }

        var isRequired = parameter["required"] is SourceScalar { IsTrue: true };
        return new ParameterSource(
            new OperationParameter(name.Text, location, isRequired, VersionMarks.Since(parameter, errors)), ParameterSchema(parameter));
    }

    private Authentication ReadAuthentication(SourceMap operation)
    {
        if ((operation["security"] ?? root["security"]) is not SourceList { Items.Count: > 0 } alternatives)
            return Authentication.None;
        return alternatives.Items.Any(item => item is SourceMap { Members.Count: 0 }) ? Authentication.Optional : Authentication.Required;
    }

    private IReadOnlyList<ResponseSource> ReadResponses(SourceMap operation)
    {
        if (MapOrError(operation["responses"], operation, "responses") is not { } responses)
            return [];
        var found = new List<ResponseSource>();
        foreach (var member in responses.Members.Where(member => !member.Name.StartsWith("x-", StringComparison.Ordinal)))
        {
            if (!Status().IsMatch(member.Name))
                errors.Add(member.Key.Error($"\"{member.Name}\" is not a status; use a code, a range such as 4XX, or default"));
            if (MapOrError(tree.Follow(member.Value), member.Value, "the response") is not { } response)
                continue;
            var mark = member.Value is SourceMap holder ? VersionMarks.Since(holder, errors) : null;
            found.Add(new ResponseSource(
                member.Name.Replace('x', 'X'),
                ReadBody(operation, response),
                response["headers"] is SourceMap headers ? [.. headers.Members.Select(header => header.Name)] : [],
                mark ?? (ReferenceEquals(response, member.Value) ? null : VersionMarks.Since(response, errors))));
        }

        return [.. found.OrderBy(response => response.Status, StringComparer.Ordinal)];
    }

    private static bool IsBody(SourceMap parameter) => parameter["in"] is SourceScalar { Text: "body" or "formData" };

    private static bool Same(SourceMap left, SourceMap right, string member) =>
        left[member] is SourceScalar one && right[member] is SourceScalar other && one.Text == other.Text;

    [GeneratedRegex("^([1-5]([0-9]{2}|XX|xx)|default)$")]
    private static partial Regex Status();

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex FileName();
}
