using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>Reads OpenAPI 3 (the specification's format since v1.8), also the published bundle of an API.</summary>
internal sealed class OpenApiReader(SourceTree tree, string api, SourceMap root, List<SpecError> errors)
    : ApiDocumentReader(tree, api, root, errors)
{
    /// <inheritdoc/>
    protected override string BasePath(SourceMap item, SourceMap operation)
    {
        var servers = operation["servers"] ?? item["servers"] ?? Root["servers"];
        if (servers is not SourceList { Items: [SourceMap server, ..] } || server["url"] is not SourceScalar url)
            return "";
        var text = url.Text;
        if (server["variables"] is SourceMap variables)
        {
            foreach (var variable in variables.Members)
            {
                if (variable.Value is SourceMap map && map["default"] is SourceScalar value)
                    text = text.Replace("{" + variable.Name + "}", value.Text, StringComparison.Ordinal);
            }
        }

        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        var path = scheme < 0 ? 0 : text.IndexOf('/', scheme + 3);
        return path < 0 ? "" : text[path..].TrimEnd('/');
    }

    /// <inheritdoc/>
    protected override BodySource? ReadRequest(SourceMap operation, IReadOnlyList<SourceMap> bodyParameters)
    {
        if (operation["requestBody"] is not { } node || MapOrError(Tree.Follow(node), node, "requestBody") is not { } request)
            return null;
        return ReadContent(request, required: request["required"] is SourceScalar { IsTrue: true });
    }

    /// <inheritdoc/>
    protected override SourceNode? ParameterSchema(SourceMap parameter) => parameter["schema"];

    /// <inheritdoc/>
    protected override BodySource ReadBody(SourceMap operation, SourceMap response) => ReadContent(response, required: false);

    private BodySource ReadContent(SourceMap holder, bool required)
    {
        if (holder["content"] is not { } node)
            return BodySource.None with { Required = required };
        if (MapOrError(node, holder, "content") is not { } content)
            return BodySource.None;
        SourceNode? schema = null;
        foreach (var media in content.Members.Where(media => BodySource.IsJson(media.Name)))
        {
            if (MapOrError(Tree.Follow(media.Value), media.Value, $"the media type {media.Name}") is { } map)
                schema ??= map["schema"];
        }

        return new BodySource(required, [.. content.Members.Select(media => media.Name)], schema);
    }
}
