using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Extraction;

public sealed class SwaggerTests : ExtractionTest
{
    [Fact]
    public void Swagger_2_comes_out_in_the_same_shape_as_OpenAPI_3()
    {
        WriteSource("data/api/client-server/things.yaml", """
            swagger: '2.0'
            basePath: /_matrix/client/v3
            consumes: [application/json]
            produces: [application/json]
            securityDefinitions:
              $ref: definitions/security.yaml
            definitions:
              thing: { type: object, required: [name], properties: { name: { type: string, x-example: N } } }
            parameters:
              limit: { in: query, name: limit, description: How many., type: integer, enum: [5, 10] }
            responses:
              limited: { description: Slow down., schema: { $ref: definitions/error.yaml } }
            paths:
              "/things/{thingId}":
                parameters:
                  - { in: path, name: thingId, type: string, required: true }
                put:
                  operationId: putThing
                  security: [{ accessToken: [] }]
                  parameters:
                    - $ref: "#/parameters/limit"
                    - { in: body, name: body, required: true, schema: { $ref: "#/definitions/thing" } }
                  responses:
                    200:
                      description: Done.
                      examples: { application/json: {} }
                      schema: { type: object }
                      headers: { X-One: { type: string } }
                    404: { description: Nothing there. }
                    429: { $ref: "#/responses/limited" }
                    4xx: { description: Anything else. }
                get:
                  operationId: getPicture
                  produces: [image/png]
                  responses:
                    200: { description: A picture., schema: { type: file } }
                post:
                  operationId: uploadPicture
                  consumes: [multipart/form-data]
                  produces: [text/plain]
                  parameters:
                    - { in: formData, name: picture, type: file, required: true }
                  responses:
                    200: { description: Done., schema: { type: string } }
            """);
        WriteSource("data/api/client-server/definitions/error.yaml", "type: object\nrequired: [errcode]\n");

        Extract();

        Operation("putThing").Should().BeEquivalentTo(new Operation
        {
            Id = "putThing",
            Api = "client-server",
            Method = "PUT",
            Path = "/_matrix/client/v3/things/{thingId}",
            Authentication = Authentication.Required,
            Parameters =
            [
                new OperationParameter("thingId", ParameterLocation.Path, true, null, Inline("""{ "type": "string" }""")),
                new OperationParameter("limit", ParameterLocation.Query, false, null,
                    Inline("""{ "type": "integer", "enum": [5, 10] }""")),
            ],
            Request = new RequestBody(true, ["application/json"], "client-server/putThing.request.json"),
            Responses =
            [
                new DocumentedResponse("200", ["application/json"], "client-server/putThing.200.json") { Headers = ["X-One"] },
                new DocumentedResponse("404", [], null),
                new DocumentedResponse("429", ["application/json"], "client-server/putThing.429.json"),
                new DocumentedResponse("4XX", [], null),
            ],
        }, options => options.WithStrictOrdering());
        Text("client-server/putThing.request.json").Should().Be(Pretty("""
            { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "properties": { "name": { "type": "string" } }, "required": ["name"] }
            """) + "\n");
        Text("client-server/putThing.429.json").Should().Be(Pretty("""
            { "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object", "required": ["errcode"] }
            """) + "\n");

        Operation("getPicture").Responses.Should().BeEquivalentTo([new DocumentedResponse("200", ["image/png"], null)]);
        Operation("uploadPicture").Request.Should().BeEquivalentTo(new RequestBody(true, ["multipart/form-data"], null));
        Operation("uploadPicture").Responses.Should().BeEquivalentTo([new DocumentedResponse("200", ["text/plain"], null)]);
    }

    [Fact]
    public void Without_media_types_a_schema_means_JSON_and_a_file_means_bytes()
    {
        WriteSource("data/api/client-server/things.yaml", """
            swagger: '2.0'
            basePath: /
            paths:
              /things:
                put:
                  operationId: putThing
                  parameters:
                    - { in: body, name: body, schema: { type: string, format: byte } }
                  responses:
                    200: { description: Done., schema: { type: object } }
                    201: { description: Done., schema: { type: file } }
            """);

        Extract();

        Operation("putThing").Path.Should().Be("/things");
        Operation("putThing").Request.Should().BeEquivalentTo(new RequestBody(false, ["application/octet-stream"], null));
        Operation("putThing").Responses.Should().BeEquivalentTo(
        [
            new DocumentedResponse("200", ["application/json"], "client-server/putThing.200.json"),
            new DocumentedResponse("201", ["application/octet-stream"], null),
        ]);
    }
}
