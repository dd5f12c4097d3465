using Conformance.Spec.Extraction;
using Conformance.Spec.Sources;

namespace Conformance.Spec.Checking;

/// <summary>Checks parameters, headers and bodies with their examples, in either format.</summary>
/// <param name="context">Receives the findings.</param>
/// <param name="schemas">Checks schemas.</param>
/// <param name="examples">Checks examples.</param>
/// <param name="events">Checks the events in examples.</param>
internal sealed class BodyChecker(CheckContext context, SchemaChecker schemas, ExampleChecker examples, EmbeddedEvents events)
{
    /// <summary>Checks a parameter outside the body, or a body parameter of Swagger.</summary>
    public void CheckParameter(SourceMap parameter)
    {
        VersionQuotes.Check(parameter, context);
        if (parameter["in"] is SourceScalar { Text: "body" })
        {
            if (parameter["schema"] is { } body)
                schemas.CheckRoot(body, inApi: true);
            return;
        }

        CheckValue("parameter examples", parameter);
    }

    /// <summary>Checks the body of a request.</summary>
    public void CheckRequest(SourceMap operation)
    {
        if (context.Tree.Follow(operation["requestBody"]) is SourceMap request)
            CheckContent("request examples", request);
    }

    /// <summary>Checks a response with its headers.</summary>
    public void CheckResponse(SourceMap root, SourceMap operation, SourceMap response)
    {
        context.Visit("responses");
        VersionQuotes.Check(response, context);
        if (response["headers"] is SourceMap headers)
        {
            foreach (var header in headers.Members)
            {
                if (context.Tree.Follow(header.Value) is SourceMap map)
                    CheckValue("header examples", map);
            }
        }

        CheckContent("response examples", response);
        if (response["schema"] is { } schema)
            CheckSwaggerBody(root, operation, response, schema);
    }

    private void CheckSwaggerBody(SourceMap root, SourceMap operation, SourceMap response, SourceNode schema)
    {
        schemas.CheckRoot(schema, inApi: true);
        var any = false;
        if (response["examples"] is SourceMap byMediaType)
        {
            foreach (var example in byMediaType.Members.Where(example => BodySource.IsJson(example.Name)))
            {
                any = true;
                CheckExample("response examples", schema, example.Value);
            }
        }

        var produces = (operation["produces"] ?? root["produces"]) as SourceList;
        if (!any && produces?.Items.Any(type => type is SourceScalar scalar && BodySource.IsJson(scalar.Text)) == true)
            ReportMissing(response, schema);
    }

    private void CheckContent(string kind, SourceMap holder)
    {
        if (holder["content"] is not SourceMap content)
            return;
        foreach (var media in content.Members)
        {
            if (context.Tree.Follow(media.Value) is not SourceMap map || map["schema"] is not { } schema)
                continue;
            schemas.CheckRoot(schema, inApi: true);
            if (!BodySource.IsJson(media.Name))
                continue;
            var any = false;
            foreach (var example in Examples(map))
            {
                any = true;
                CheckExample(kind, schema, example);
            }

            if (!any)
                ReportMissing(map, schema);
        }
    }

    // A parameter or header: its schema is a member in OpenAPI 3, and the thing itself in Swagger 2.0.
    private void CheckValue(string kind, SourceMap holder)
    {
        var schema = holder["schema"] ?? (holder["type"] is null ? null : holder);
        if (schema is null)
            return;
        if (!ReferenceEquals(schema, holder))
            schemas.CheckRoot(schema, inApi: true);
        else if (holder["default"] is { } value)
            examples.CheckDefault(holder, value);
        foreach (var example in Examples(holder))
            CheckExample(kind, schema, example);
    }

    private void CheckExample(string kind, SourceNode schema, SourceNode example)
    {
        if (examples.CheckExample(kind, schema, example) is { } whole)
            events.Check(whole);
    }

    private IEnumerable<SourceNode> Examples(SourceMap holder)
    {
        if (holder["example"] is { } single)
            yield return single;
        if (holder["x-example"] is { } extension)
            yield return extension;
        if (holder["examples"] is not SourceMap several)
            yield break;
        foreach (var example in several.Members)
        {
            if (context.Tree.Follow(example.Value) is SourceMap map && map["value"] is { } value)
                yield return value;
            else
                context.Report(
                    CheckRules.Structure, example.Key, $"the example \"{example.Name}\" has no \"value\"; put the example under it");
        }
    }

    private void ReportMissing(SourceNode at, SourceNode schema)
    {
        if (context.Tree.Follow(schema) is not SourceMap { } map || map["example"] is null && map["examples"] is null)
            context.Report(CheckRules.MissingExample, at, "the JSON body has no example");
    }
}
