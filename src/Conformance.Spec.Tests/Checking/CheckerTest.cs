using Conformance.Spec.Checking;
using Conformance.Testing;

namespace Conformance.Spec.Tests.Checking;

/// <summary>A folder with sources that are in order, to which each test adds one fault.</summary>
public abstract class CheckerTest : IDisposable
{
    internal const string Api = "data/api/client-server/things.yaml";

    private readonly TemporaryFolder _folder = new();

    protected CheckerTest()
    {
        Write(Api, Sound);
        Write("data/event-schemas/schema/m.thing.yaml", """
            type: object
            properties:
              type: { type: string, enum: [m.thing] }
              content:
                type: object
                properties:
                  size: { type: integer }
                required: [size]
            required: [type, content]
            """);
        Write("data/event-schemas/examples/m.thing.yaml", """{ "type": "m.thing", "content": { "size": 3 } }""" + "\n");
        Write("data/string-formats.yaml", "mx-user-id: { title: User ID }\n");
    }

    protected string Folder => _folder.Path;

    /// <summary>The document that all tests begin with; nothing is wrong with it.</summary>
    protected static string Sound { get; } = """
        openapi: 3.1.0
        info: { title: Things, version: 1.0.0 }
        paths:
          "/things/{thingId}":
            get:
              operationId: getThing
              security:
                - accessTokenBearer: []
              parameters:
                - { in: path, name: thingId, required: true, example: A1, schema: { type: string } }
                - { in: query, name: limit, example: 0, schema: { type: integer, default: 10 } }
              responses:
                "200":
                  description: The thing.
                  headers:
                    Location: { schema: { type: string }, example: /things }
                  content:
                    application/json:
                      schema:
                        $ref: definitions/thing.yaml
                      examples:
                        response:
                          value: { "name": "one", "events": [{ "type": "m.thing", "content": { "size": 1 } }] }
                "404":
                  $ref: "#/components/responses/gone"
            put:
              operationId: putThing
              parameters:
                - { in: path, name: thingId, required: true, schema: { type: string } }
              requestBody:
                content:
                  application/json:
                    schema:
                      type: object
                      properties:
                        colour: { type: string, enum: [red, green], example: red }
                      example: {}
              responses:
                "200":
                  description: Done.
        components:
          responses:
            gone:
              description: Gone.
              content:
                application/json:
                  schema: { type: object, required: [errcode], properties: { errcode: { type: string } }, example: { errcode: M_NOT_FOUND } }
          securitySchemes:
            accessTokenBearer: { type: http, scheme: bearer }
        """ + "\n";

    /// <summary>Begins with the file of the definition that <see cref="Sound"/> refers to.</summary>
    protected void WriteDefinition(string text = """
        type: object
        properties:
          name: { type: string, x-addedInMatrixVersion: "1.2" }
          events: { type: array, items: { type: object } }
        required: [name]
        example: { name: two }
        """) => Write("data/api/client-server/definitions/thing.yaml", text + "\n");

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Write(string file, string text) => _folder.Write(file, text);

    /// <summary>Writes the sound document with a part of it replaced.</summary>
    protected void Break(string part, string by)
    {
        if (!Sound.Contains(part, StringComparison.Ordinal))
            throw new ArgumentException($"The document does not have: {part}");
        Write(Api, Sound.Replace(part, by, StringComparison.Ordinal));
    }

    protected CheckReport Check(params string[] rules) =>
        new SpecChecker(new CheckOptions { SpecDirectory = Folder, AlsoRules = rules }).Check();

    /// <summary>The findings, one line each.</summary>
    protected IEnumerable<string> Findings(params string[] rules) =>
        Check(rules).Findings.Select(finding =>
            $"{finding.File}:{finding.Line}:{finding.Column} {finding.Severity} {finding.Rule} {finding.Pointer} {finding.Message}");
}
