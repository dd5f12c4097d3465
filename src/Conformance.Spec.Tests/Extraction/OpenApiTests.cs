using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Extraction;

public sealed class OpenApiTests : ExtractionTest
{
    private const string Api = "data/api/client-server/things.yaml";

    [Fact]
    public void Everything_of_an_operation_reaches_the_manifest()
    {
        WriteSource(Api, """
            openapi: 3.1.0
            servers:
              - url: "{protocol}://{hostname}{basePath}"
                variables:
                  protocol: { enum: [http, https], default: https }
                  hostname: { default: "example.org:8448" }
                  basePath: { default: /_matrix/client/v3 }
            paths:
              /things/{thingId}:
                parameters:
                  - { in: path, name: thingId, required: true, schema: { type: string } }
                  - { in: query, name: limit, schema: { type: integer } }
                put:
                  operationId: putThing
                  deprecated: true
                  x-addedInMatrixVersion: "1.3"
                  x-changedInMatrixVersion:
                    "1.10": Somewhat.
                    "1.4": A little.
                  security:
                    - accessTokenBearer: []
                  parameters:
                    - in: query
                      name: limit
                      required: true
                      x-addedInMatrixVersion: "1.4"
                      schema: { $ref: definitions/limit.yaml#/limit, description: How many. }
                    - $ref: "#/components/parameters/trace"
                  requestBody:
                    $ref: "#/components/requestBodies/thing"
                  responses:
                    default: { description: Anything. }
                    4XX:
                      $ref: "#/components/responses/refused"
                    "200":
                      x-addedInMatrixVersion: "1.5"
                      headers:
                        X-One: { schema: { type: string } }
                        X-Two: { schema: { type: string } }
                      content:
                        text/plain: { schema: { type: string } }
                        application/json: { schema: { type: object } }
            components:
              parameters:
                trace: { in: header, name: X-Trace }
              requestBodies:
                thing:
                  required: true
                  content:
                    application/json:
                      schema: { $ref: definitions/thing.yaml }
                    image/png: { schema: { type: string, format: binary } }
              responses:
                refused:
                  content:
                    application/json: { schema: { type: object, required: [errcode] } }
            """);
        WriteSource("data/api/client-server/definitions/thing.yaml", "type: object\n");
        WriteSource("data/api/client-server/definitions/limit.yaml", "limit: { type: integer, minimum: 1, example: 5 }\n");

        Extract();

        Operation("putThing").Should().BeEquivalentTo(new Operation
        {
            Id = "putThing",
            Api = "client-server",
            Method = "PUT",
            Path = "/_matrix/client/v3/things/{thingId}",
            Authentication = Authentication.Required,
            Since = new SpecVersion(1, 3),
            Changed = [new SpecVersion(1, 4), new SpecVersion(1, 10)],
            Deprecated = true,
            Parameters =
            [
                new OperationParameter("thingId", ParameterLocation.Path, true, null, Inline("""{ "type": "string" }""")),
                new OperationParameter("limit", ParameterLocation.Query, true, new SpecVersion(1, 4),
                    Inline("""{ "type": "integer", "minimum": 1 }""")),
                new OperationParameter("X-Trace", ParameterLocation.Header, false),
            ],
            Request = new RequestBody(true, ["application/json", "image/png"], "client-server/putThing.request.json"),
            Responses =
            [
                new DocumentedResponse("200", ["text/plain", "application/json"], "client-server/putThing.200.json",
                    new SpecVersion(1, 5)) { Headers = ["X-One", "X-Two"] },
                new DocumentedResponse("4XX", ["application/json"], "client-server/putThing.4XX.json"),
                new DocumentedResponse("default", [], null),
            ],
        }, options => options.WithStrictOrdering());
    }

    [Theory]
    [InlineData("", Authentication.None)]
    [InlineData("security: []", Authentication.None)]
    [InlineData("security: [{ accessTokenQuery: [] }, { accessTokenBearer: [] }]", Authentication.Required)]
    [InlineData("security: [{}, { accessTokenBearer: [] }]", Authentication.Optional)]
    public void Security_says_whether_a_token_is_taken(string security, Authentication authentication)
    {
        WriteSource(Api, Document("operationId: getThings\nresponses: {}\n" + security));

        Extract();

        Operation("getThings").Authentication.Should().Be(authentication);
    }

    [Fact]
    public void Security_of_the_document_holds_where_an_operation_has_none()
    {
        WriteSource(Api, Document("operationId: getThings\nresponses: {}", "security: [{ accessTokenBearer: [] }]"));

        Extract();

        Operation("getThings").Authentication.Should().Be(Authentication.Required);
    }

    [Fact]
    public void The_APIs_come_in_a_fixed_order_and_operations_by_path_and_method()
    {
        WriteSource("data/api/identity/a.yaml", Document("operationId: identityThing\nresponses: {}"));
        WriteSource("data/api/client-server/z.yaml", Document("operationId: last\nresponses: {}", path: "/zzz"));
        WriteSource("data/api/client-server/a.yaml",
            Document("operationId: second\nresponses: {}\n", "    delete:\n      operationId: first\n      responses: {}\n", "/aaa"));

        Extract().Operations.Should().Equal(new Dictionary<string, int> { ["client-server"] = 3, ["identity"] = 1 });

        Specification.LoadDirectory(Output, new SpecVersion(1, 5)).Operations.Select(operation => operation.Id)
            .Should().Equal("first", "second", "last", "identityThing");
    }

    [Fact]
    public void Ids_that_differ_in_capitals_alone_have_files_that_differ_in_more()
    {
        WriteSource(Api, Document(Returning("type: object", "getThingsById")));
        WriteSource("data/api/client-server/others.yaml", Document(Returning("type: string", "getThingsByID"), path: "/others"));

        Extract();

        Operation("getThingsByID").Responses.Single().Schema.Should().Be("client-server/getThingsByID.200.json");
        Operation("getThingsById").Responses.Single().Schema.Should().Be("client-server/getThingsById-2.200.json");
    }

    [Fact]
    public void Schemas_of_events_come_along_with_the_types_they_are_for()
    {
        WriteSource(Api, Document("operationId: getThings\nresponses: {}"));
        WriteSource("data/event-schemas/schema/m.thing.yaml", """
            $schema: https://json-schema.org/draft/2020-12/schema
            type: object
            title: Thing
            allOf: [{ $ref: core/event.yaml }]
            x-addedInMatrixVersion: "1.2"
            properties:
              type: { type: string, enum: [m.thing, m.thing.private] }
            """);
        WriteSource("data/event-schemas/schema/m.thing$m.small.yaml", "type: object\n");
        WriteSource("data/event-schemas/schema/core/event.yaml", "type: object\nrequired: [content]\n");

        Extract();

        Specification.LoadDirectory(Output, new SpecVersion(1, 5)).Events.Should().BeEquivalentTo(
            [
                new EventSchema("m.thing$m.small", ["m.thing"], "event-schemas/m.thing$m.small.json"),
                new EventSchema("m.thing", ["m.thing", "m.thing.private"], "event-schemas/m.thing.json", new SpecVersion(1, 2)),
            ],
            options => options.WithStrictOrdering());
        Text("event-schemas/m.thing.json").Should().Be(Pretty("""
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "since": "v1.2",
              "type": "object",
              "properties": { "type": { "type": "string", "enum": ["m.thing", "m.thing.private"] } },
              "allOf": [{ "$ref": "#/$defs/event" }],
              "$defs": { "event": { "type": "object", "required": ["content"] } }
            }
            """) + "\n");
    }

    [Fact]
    public void A_published_bundle_gives_the_same_as_the_sources()
    {
        WriteSource("api.json", """
            {
              "openapi": "3.1.0",
              "info": { "title": "Matrix Client-Server API", "version": "v1.5" },
              "servers": [{ "url": "https://example.org" }, { "url": "https://{address}", "variables": { "address": { "default": "example.org" } } }],
              "components": { "securitySchemes": {} },
              "paths": {
                "/_matrix/client/v3/things": {
                  "get": {
                    "operationId": "getThings",
                    "responses": { "200": { "description": "Things.", "content": { "application/json": { "schema": { "type": "object", "description": "All." } } } } }
                  }
                }
              }
            }
            """);
        WriteSource(Api, Document(Returning("type: object")));
        Extract();
        var (manifest, schema) = (Text("manifest.json"), Text("client-server/getThings.200.json"));

        var summary = new Conformance.Spec.Extraction.SpecExtractor(new Conformance.Spec.Extraction.ExtractionOptions
        {
            SpecPath = Path.Combine(Source, "api.json"),
            OutputDirectory = Output,
        }).Extract();

        summary.Version.Should().Be(new SpecVersion(1, 5));
        summary.Operations.Should().Equal(new Dictionary<string, int> { ["client-server"] = 1 });
        Text("manifest.json").Should().Be(manifest);
        Text("client-server/getThings.200.json").Should().Be(schema);
    }
}
