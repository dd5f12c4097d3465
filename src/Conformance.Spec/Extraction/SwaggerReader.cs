using Conformance.Spec.Sources;

namespace Conformance.Spec.Extraction;

/// <summary>Reads Swagger 2.0 (the specification's format up to v1.7).</summary>
internal sealed class SwaggerReader(SourceTree tree, string api, SourceMap root, List<SpecError> errors)
    : ApiDocumentReader(tree, api, root, errors)
{
    // The media type of a document that has a schema and names no media type.
    private static readonly string[] Json = ["application/json"];
    private static readonly string[] Binary = ["application/octet-stream"];
    private static readonly string[] Form = ["application/x-www-form-urlencoded"];

    /// <inheritdoc/>
    protected override string BasePath(SourceMap item, SourceMap operation) =>
        (Root["basePath"] as SourceScalar)?.Text.TrimEnd('/') ?? "";

    /// <inheritdoc/>
    protected override BodySource? ReadRequest(SourceMap operation, IReadOnlyList<SourceMap> bodyParameters)
    {
        if (bodyParameters.Count == 0)
            return null;
        var required = bodyParameters.Any(parameter => parameter["required"] is SourceScalar { IsTrue: true });
        var mediaTypes = MediaTypes(operation, "consumes");
        if (bodyParameters[0]["in"] is SourceScalar { Text: "formData" })
            return new BodySource(required, mediaTypes is null || mediaTypes.Any(BodySource.IsJson) ? Form : mediaTypes, null);
        return ReadSchema(bodyParameters[0]["schema"], mediaTypes, required);
    }

    // The keywords stand in the parameter itself; the other members of a parameter are none of a schema's.
    /// <inheritdoc/>
    protected override SourceNode? ParameterSchema(SourceMap parameter) => parameter["type"] is null ? null : parameter;

    /// <inheritdoc/>
    protected override BodySource ReadBody(SourceMap operation, SourceMap response) =>
        response["schema"] is { } schema ? ReadSchema(schema, MediaTypes(operation, "produces"), required: false) : BodySource.None;

    private BodySource ReadSchema(SourceNode? schema, IReadOnlyList<string>? mediaTypes, bool required)
    {
        if (IsBinary(schema))
        {
            var others = mediaTypes?.Where(type => !BodySource.IsJson(type)).ToList();
            return new BodySource(required, others is { Count: > 0 } ? others : Binary, null);
        }

        mediaTypes ??= Json;
        return new BodySource(required, mediaTypes, mediaTypes.Any(BodySource.IsJson) ? schema : null);
    }

    // "consumes" and "produces" of an operation replace those of the document.
    private IReadOnlyList<string>? MediaTypes(SourceMap operation, string name)
    {
        var found = Texts(operation[name] ?? Root[name], name);
        return found.Count > 0 ? found : null;
    }

    private bool IsBinary(SourceNode? schema) =>
        Tree.Follow(schema) is SourceMap map
        && map["type"] is SourceScalar { Text: var type }
        && (type == "file" || (type == "string" && map["format"] is SourceScalar { Text: "byte" or "binary" }));
}
