using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Extraction;

public sealed class SchemaBundlingTests : ExtractionTest
{
    [Theory]
    // Prose, examples and foreign words stay behind; properties of such names do not.
    [InlineData(
        """
        type: object
        title: T
        description: D
        summary: S
        $comment: C
        example: { a: 1 }
        examples: [1]
        externalDocs: { url: "https://example.org" }
        x-weight: 3
        discriminator: { propertyName: kind }
        xml: { name: x }
        properties:
          title: { type: string, description: A title. }
          example: { type: integer, format: int64, minimum: 0 }
        """,
        """{ "type": "object", "properties": { "title": { "type": "string" }, "example": { "type": "integer", "format": "int64", "minimum": 0 } } }""")]
    // The marks of versions.
    [InlineData(
        """
        type: object
        properties:
          a: { type: string, x-addedInMatrixVersion: "1.10", x-changedInMatrixVersion: { "1.11": Text., "1.2": Text. } }
        """,
        """{ "type": "object", "properties": { "a": { "since": "v1.10", "changed": ["v1.2", "v1.11"], "type": "string" } } }""")]
    // The format of names.
    [InlineData(
        """
        patternProperties:
          "^@": { x-pattern-format: mx-user-id, type: integer, format: int64 }
        """,
        """{ "patternProperties": { "^@": { "type": "integer", "format": "int64", "propertyFormat": "mx-user-id" } } }""")]
    // OpenAPI 3.0 and Swagger: null as one more type.
    [InlineData("type: string\nnullable: true\n", """{ "type": ["string", "null"] }""")]
    [InlineData("type: string\nnullable: true\nenum: [a, b]\n", """{ "type": ["string", "null"], "enum": ["a", "b", null] }""")]
    [InlineData("type: [string, \"null\"]\nx-nullable: true\n", """{ "type": ["string", "null"] }""")]
    [InlineData(
        "nullable: true\nanyOf: [{ type: string }]\n", """{ "anyOf": [{ "anyOf": [{ "type": "string" }] }, { "type": "null" }] }""")]
    // Older drafts.
    [InlineData("items: [{ type: string }, { type: integer }]\nadditionalItems: false\n",
        """{ "prefixItems": [{ "type": "string" }, { "type": "integer" }], "items": false }""")]
    [InlineData("minimum: 1\nexclusiveMinimum: true\nmaximum: 9\nexclusiveMaximum: false\n", """{ "exclusiveMinimum": 1, "maximum": 9 }""")]
    [InlineData("type: object\nproperties: []\n", """{ "type": "object", "properties": {} }""")]
    [InlineData("type: object\nproperties: { a: { type: string, required: true } }\n",
        """{ "type": "object", "properties": { "a": { "type": "string" } } }""")]
    // Booleans are schemas; an empty one is too.
    [InlineData("additionalProperties: false\nitems: true\nnot: {}\n", """{ "additionalProperties": false, "items": true, "not": {} }""")]
    // Scalars keep their types, whatever YAML they are written in.
    [InlineData(
        """
        enum: ["1", 1, 1.0, 0x1F, +7, true, null, ~, yes, 1.5e3, é]
        default: { a: [1, { b: "x" }] }
        required: [yes, 1, null]
        pattern: 123
        """,
        """{ "enum": ["1", 1, 1, 31, 7, true, null, null, "yes", 1500, "é"], "pattern": "123", "required": ["yes", "1", "null"], "default": { "a": [1, { "b": "x" }] } }""")]
    public void A_schema_is_written_as_2020_12_means_it(string yaml, string expected)
    {
        WriteSource("data/api/client-server/things.yaml", Document(Returning(yaml)));

        Extract();

        Text("client-server/getThings.200.json").Should().Be(File(expected));
    }

    [Fact]
    public void References_go_to_definitions_with_what_stands_beside_them()
    {
        WriteSource("data/api/client-server/things.yaml", Document(Returning("""
            type: object
            properties:
              one: { $ref: definitions/thing.yaml }
              two: { $ref: definitions/thing.yaml, description: Text., x-addedInMatrixVersion: "1.4" }
              three: { $ref: definitions/thing.yaml, type: object, maxProperties: 3 }
              four: { $ref: "definitions/more.yaml#/parts/inner~1part" }
              five: { $ref: "../../schemas/thing.yaml" }
              six: { $ref: "#/components/schemas/Local" }
            """), "components:\n  schemas:\n    Local: { type: boolean }\n"));
        WriteSource("data/api/client-server/definitions/thing.yaml",
            "type: object\nproperties: { next: { $ref: thing.yaml }, other: { $ref: more.yaml } }\n");
        WriteSource("data/api/client-server/definitions/more.yaml", "parts: { inner/part: { type: integer } }\n");
        WriteSource("data/schemas/thing.yaml", "type: string\n");

        Extract();

        Text("client-server/getThings.200.json").Should().Be(File("""
            {
              "type": "object",
              "properties": {
                "one": { "$ref": "#/$defs/thing" },
                "two": { "since": "v1.4", "$ref": "#/$defs/thing" },
                "three": { "$ref": "#/$defs/thing", "type": "object", "maxProperties": 3 },
                "four": { "$ref": "#/$defs/inner_part" },
                "five": { "$ref": "#/$defs/schemas.thing" },
                "six": { "$ref": "#/$defs/Local" }
              },
              "$defs": {
                "Local": { "type": "boolean" },
                "inner_part": { "type": "integer" },
                "more": {},
                "schemas.thing": { "type": "string" },
                "thing": { "type": "object", "properties": { "next": { "$ref": "#/$defs/thing" }, "other": { "$ref": "#/$defs/more" } } }
              }
            }
            """));
    }

    [Fact]
    public void A_root_that_only_points_elsewhere_is_what_it_points_to()
    {
        WriteSource("data/api/client-server/things.yaml", Document(Returning("$ref: definitions/thing.yaml\ndescription: Text.")));
        WriteSource("data/api/client-server/definitions/thing.yaml", "$ref: tree.yaml\n");
        WriteSource("data/api/client-server/definitions/tree.yaml", "type: array\nitems: { $ref: tree.yaml }\n");

        Extract();

        Text("client-server/getThings.200.json").Should().Be(File("""
            { "type": "array", "items": { "$ref": "#/$defs/tree" }, "$defs": { "tree": { "type": "array", "items": { "$ref": "#/$defs/tree" } } } }
            """));
    }

    [Fact]
    public void References_in_examples_are_data()
    {
        WriteSource("data/api/client-server/things.yaml",
            Document(Returning("type: object\nexample: { $ref: nowhere.json }\nenum: [{ $ref: data }]")));

        Extract();

        Text("client-server/getThings.200.json").Should().Be(File("""{ "type": "object", "enum": [{ "$ref": "data" }] }"""));
    }

    [Fact]
    public void An_anchor_of_YAML_is_written_out_wherever_it_is_used()
    {
        WriteSource("data/api/client-server/things.yaml", Document(Returning("properties:\n  a: &shared { type: string }\n  b: *shared")));

        Extract();

        Text("client-server/getThings.200.json")
            .Should().Be(File("""{ "properties": { "a": { "type": "string" }, "b": { "type": "string" } } }"""));
    }

    [Fact]
    public void A_boolean_may_be_a_whole_schema()
    {
        WriteSource("data/api/client-server/things.yaml", Document(Returning("true")));

        Extract();

        Text("client-server/getThings.200.json").Should().Be("true\n");
    }

    // The file of a schema: the dialect in front, a newline behind.
    private static string File(string schema) =>
        Pretty(schema.TrimStart()[0] == '{'
            ? """{ "$schema": "https://json-schema.org/draft/2020-12/schema", """ + schema.TrimStart()[1..]
            : schema) + "\n";
}
