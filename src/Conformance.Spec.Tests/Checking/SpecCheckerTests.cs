using Conformance.Spec.Checking;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Checking;

public sealed class SpecCheckerTests : CheckerTest
{
    private const string Value = """value: { "name": "one", "events": [{ "type": "m.thing", "content": { "size": 1 } }] }""";
    private const string ValuePointer = "#/paths/~1things~1{thingId}/get/responses/200/content/application~1json/examples/response/value";

    [Fact]
    public void Sound_sources_have_no_finding_and_everything_in_them_is_looked_at()
    {
        WriteDefinition();

        var report = Check();

        report.Findings.Should().BeEmpty();
        report.Visited.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["files"] = 5,
            ["operations"] = 2,
            ["responses"] = 3,
            ["schemas"] = 17,
            ["parameter examples"] = 2,
            ["header examples"] = 1,
            ["response examples"] = 1,
            ["schema examples"] = 4,
            ["event examples"] = 1,
            ["embedded events"] = 1,
            ["defaults"] = 1,
        });
    }

    [Theory]
    // Examples of every kind, the empty ones too.
    [InlineData(
        """value: { "name": "one",""", """value: { "name": 1,""",
        "23:36 Error example " + ValuePointer
            + "/name the example contradicts its schema: expected string, got integer (1); see data/api/client-server/definitions/thing.yaml:3")]
    [InlineData(
        Value, "value: {}",
        "23:26 Error example " + ValuePointer
            + " the example contradicts its schema: required member \"name\" is missing; see data/api/client-server/definitions/thing.yaml:5")]
    [InlineData(
        "example: 0, schema", "example: false, schema",
        "11:46 Error example #/paths/~1things~1{thingId}/get/parameters/1/example the example contradicts its schema: expected integer, got boolean (false); see " + Api + ":11")]
    [InlineData(
        "{ type: string }, example: /things", "{ type: integer }, example: /things",
        "16:61 Error example #/paths/~1things~1{thingId}/get/responses/200/headers/Location/example the example contradicts its schema: expected integer, got string (\"/things\"); see " + Api + ":16")]
    [InlineData(
        "enum: [red, green], example: red", "enum: [red, green], example: blue",
        "36:70 Error example #/paths/~1things~1{thingId}/put/requestBody/content/application~1json/schema/properties/colour/example the example contradicts its schema: expected \"red\" or \"green\", got another string (\"blue\"); see " + Api + ":36")]
    [InlineData(
        "example: { errcode: M_NOT_FOUND }", "example: [1]",
        "47:108 Error example #/components/responses/gone/content/application~1json/schema/example the example contradicts its schema: expected object, got array; see " + Api + ":47")]
    // Defaults and enums.
    [InlineData(
        "default: 10", "default: ten",
        "11:83 Error default #/paths/~1things~1{thingId}/get/parameters/1/schema/default the default contradicts its schema: expected integer, got string (\"ten\"); see " + Api + ":11")]
    [InlineData(
        "enum: [red, green]", "enum: [red, 7, green]",
        "36:53 Error enum #/paths/~1things~1{thingId}/put/requestBody/content/application~1json/schema/properties/colour/enum/1 the enum has an integer, and the schema's type is string")]
    // Schemas.
    [InlineData(
        "colour: { type: string,", "colour: { type: text,",
        "36:33 Error schema #/paths/~1things~1{thingId}/put/requestBody/content/application~1json/schema/properties/colour/type this is not a JSON Schema: \"type\" names \"text\", which is not a type")]
    [InlineData(
        "schema: { type: integer, default: 10 }", "schema: { type: integer, defualt: 10 }",
        "11:74 Warning unknown-keyword #/paths/~1things~1{thingId}/get/parameters/1/schema/defualt \"defualt\" is not a keyword of a schema. Did you mean default?")]
    [InlineData(
        "schema: { type: integer, default: 10 }", "schema: { type: integer, format: mx-user-ib }",
        "11:82 Warning unknown-format #/paths/~1things~1{thingId}/get/parameters/1/schema/format the format \"mx-user-ib\" is not a known format. Did you mean mx-user-id?")]
    // References.
    [InlineData(
        "\"#/components/responses/gone\"", "\"#/components/responses/gome\"",
        "25:17 Error reference #/paths/~1things~1{thingId}/get/responses/404/$ref the reference \"#/components/responses/gome\" points to \"gome\", which #/components/responses of " + Api + " does not have")]
    // Operations.
    [InlineData(
        "operationId: putThing", "operationId: getThing",
        "27:20 Error operation-id #/paths/~1things~1{thingId}/put/operationId the operationId \"getThing\" is already taken, at " + Api
            + ":6; give one of them another name")]
    [InlineData(
        "      operationId: putThing\n", "",
        "27:7 Error structure #/paths/~1things~1{thingId}/put the operation has no operationId; add one")]
    [InlineData(
        "- accessTokenBearer: []", "- accessTokenBeater: []",
        "8:11 Error security #/paths/~1things~1{thingId}/get/security/0/accessTokenBeater the security scheme \"accessTokenBeater\" is not among those of the document. Did you mean accessTokenBearer?")]
    // Versions.
    [InlineData(
        "operationId: putThing", "operationId: putThing\n      x-addedInMatrixVersion: 1.10",
        "28:31 Warning unquoted-version #/paths/~1things~1{thingId}/put/x-addedInMatrixVersion the version 1.10 is a number here; put it in quotes")]
    // YAML.
    [InlineData(
        "description: Done.", "description: Done.\n          description: Twice.",
        "41:11 Error duplicate-key  the key \"description\" is in one map twice, and the second was ignored; keep only one")]
    // What examples hold.
    [InlineData(
        """{ "name": "one",""", """{ "name": "one", "nam": "two",""",
        "23:50 Warning unknown-member " + ValuePointer
            + "/nam the example has the member \"nam\", which its schema does not know. Did you mean name?")]
    [InlineData(
        """{ "name": "one",""", """{ "name": "{\"a\": 1,}",""",
        "23:36 Error json-in-string " + ValuePointer
            + "/name the string looks like JSON, but is not: The JSON object contains a trailing comma at the end which is not supported in this mode")]
    [InlineData(
        "\"size\": 1", "\"size\": \"1\"",
        "23:96 Warning embedded-event " + ValuePointer
            + "/events/0/content/size the content of m.thing contradicts its schema: expected integer, got string (\"1\"); see data/event-schemas/schema/m.thing.yaml:7")]
    public void One_fault_is_one_finding(string part, string by, string finding)
    {
        WriteDefinition();
        Break(part, by);

        Findings().Should().Equal($"{Api}:{finding}");
    }

    [Fact]
    public void A_path_and_its_parameters_have_to_agree()
    {
        WriteDefinition();
        Break("{ in: path, name: thingId, required: true, schema: { type: string } }",
            "{ in: path, name: thingID, schema: { type: string } }");

        Findings().Should().Equal(
            $"{Api}:27:7 Error path-parameter #/paths/~1things~1{{thingId}}/put the path \"/things/{{thingId}}\" has the parameter \"thingId\", which the operation does not declare. Did you mean thingID?",
            $"{Api}:29:29 Error path-parameter #/paths/~1things~1{{thingId}}/put/parameters/0/name the parameter \"thingID\" is not in the path \"/things/{{thingId}}\". Did you mean thingId?",
            $"{Api}:29:29 Error path-parameter #/paths/~1things~1{{thingId}}/put/parameters/0/name the path parameter \"thingID\" is not marked as required; a path parameter always is");
    }

    [Fact]
    public void A_value_has_to_have_its_format_unless_it_is_cut_short()
    {
        WriteDefinition("""
            type: object
            properties:
              name: { type: string }
              events: { type: array }
              user: { type: string, format: mx-user-id, default: alice }
              key: { type: string, format: mx-unpadded-base64 }
            example: { user: "bob", key: "AgAAAADxKHa9uFxc..." }
            """);
        Write("data/string-formats.yaml", "mx-user-id: { title: User ID }\nmx-unpadded-base64: { title: Base64 }\n");

        Findings().Select(finding => finding.Split(" see ")[0]).Should().Equal(
            "data/api/client-server/definitions/thing.yaml:5:54 Error format #/properties/user/default the default contradicts its schema: expected a Matrix user ID (format mx-user-id) (\"alice\");",
            "data/api/client-server/definitions/thing.yaml:7:18 Error format #/example/user the example contradicts its schema: expected a Matrix user ID (format mx-user-id) (\"bob\");");
    }

    [Fact]
    public void What_is_required_has_to_be_a_property()
    {
        WriteDefinition("""
            type: object
            properties: { name: { type: string }, events: { type: array } }
            patternProperties: { "^x-": { type: string } }
            required: [name, nane, x-size]
            """);
        Break(Value, """value: { "name": "one", "nane": "one", "x-size": "1" }""");

        new SpecChecker(new CheckOptions { SpecDirectory = Folder, WithoutRules = ["unknown-member"] })
            .Check().Findings.Should().Equal(new CheckFinding(
            "required", CheckSeverity.Error, "data/api/client-server/definitions/thing.yaml", 4, 18, "#/required/1",
                "\"nane\" is required but is not a property. Did you mean name?"));
    }

    [Fact]
    public void A_definition_that_nothing_refers_to_is_checked_too()
    {
        WriteDefinition();
        Write("data/schemas/lonely.yaml", "type: array\nitems: { type: string }\nexample: [1]\n");

        Findings().Should().Equal(
            "data/schemas/lonely.yaml:3:11 Error example #/example/0 the example contradicts its schema: expected string, got integer (1); see data/schemas/lonely.yaml:2");
    }

    [Fact]
    public void A_part_may_require_what_the_whole_declares()
    {
        WriteDefinition("allOf: [{ $ref: base.yaml }]\nproperties: { name: { type: string }, events: { type: array } }\n");
        Write("data/api/client-server/definitions/base.yaml", "type: object\nproperties: { id: { type: string } }\nrequired: [name]\n");

        Findings().Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_finding_like_others()
    {
        WriteDefinition("type: [\n");

        Findings().Should().Equal(
            "data/api/client-server/definitions/thing.yaml:3:1 Error yaml  invalid YAML: while parsing a node, did not find expected node content");
    }

    [Fact]
    public void What_a_reference_brings_into_an_example_is_reported_where_the_reference_stands()
    {
        WriteDefinition();
        Write("data/api/client-server/examples/thing.json", """{ "name": 1, "more": true }""");
        Break(Value, "value: { \"$ref\": \"examples/thing.json\", \"events\": [] }");

        Findings().Should().Equal(
            $"{Api}:23:26 Error example {ValuePointer} the example contradicts its schema: expected string, got integer (1) (from data/api/client-server/examples/thing.json:1); see data/api/client-server/definitions/thing.yaml:3");
    }

    [Fact]
    public void A_member_that_a_reference_brings_is_reported_once_in_its_own_file()
    {
        WriteDefinition();
        Write("data/api/client-server/examples/thing.json", """{ "name": "three", "more": true }""");
        Break(Value, "value: { \"$ref\": \"examples/thing.json\", \"events\": [{ \"$ref\": \"examples/thing.json\" }] }");

        Findings().Should().Equal(
            $"data/api/client-server/examples/thing.json:1:28 Warning unknown-member #/more the example (of {Api}:23) has the member \"more\", which its schema does not know.");
    }

    [Fact]
    public void An_event_has_to_be_of_the_type_in_its_file_name()
    {
        WriteDefinition();
        Write("data/event-schemas/schema/m.other.yaml", "type: object\nproperties: { type: { type: string, enum: [m.otter] } }\n");
        Write("data/event-schemas/examples/m.thing$big.yaml", """{ "type": "m.thong", "content": { "size": 3 } }""");
        Write("data/event-schemas/examples/m.lost.yaml", "{}");

        Findings().Should().Equal(
            "data/event-schemas/examples/m.lost.yaml:1:1 Error event-type # there is no schema for m.lost; name the example after the schema of its event",
            "data/event-schemas/examples/m.thing$big.yaml:1:11 Error example #/type the example contradicts its schema: expected \"m.thing\", got another string (\"m.thong\"); see data/event-schemas/schema/m.thing.yaml:3",
            "data/event-schemas/examples/m.thing$big.yaml:1:11 Error event-type #/type the file is named for m.thing, and the example is of the type \"m.thong\"",
            "data/event-schemas/schema/m.other.yaml:2:44 Error event-type #/properties/type/enum/0 the file is named for m.other, and the schema is for the type \"m.otter\"");
    }

    [Fact]
    public void A_variant_is_held_against_its_own_schema_and_that_of_its_type()
    {
        WriteDefinition();
        Write("data/event-schemas/schema/m.thing$big.yaml",
            "type: object\nproperties: { type: { type: string }, content: { type: object, properties: { weight: { type: integer }, size: {} } } }\n");
        Write("data/event-schemas/examples/m.thing$big.yaml", """{ "type": "m.thing", "content": { "weight": "heavy" } }""");

        Findings().Should().Equal(
            "data/event-schemas/examples/m.thing$big.yaml:1:33 Error example #/content the example contradicts its schema: required member \"size\" is missing; see data/event-schemas/schema/m.thing.yaml:8",
            "data/event-schemas/examples/m.thing$big.yaml:1:45 Error example #/content/weight the example contradicts its schema: expected integer, got string (\"heavy\"); see data/event-schemas/schema/m.thing$big.yaml:2");
    }

    [Fact]
    public void Rules_of_taste_are_checked_when_asked_for()
    {
        WriteDefinition("""
            type: object
            properties: { name: { type: string }, events: { type: array } }
            example: { allOf: [{ $ref: ../examples/a.json }, { name: last }] }
            """);
        Write("data/api/client-server/examples/a.json", """{ "name": 1 }""");
        Break("operationId: putThing", "operationId: GetThing");

        Findings().Should().BeEmpty();
        Findings("operation-id-case", "composed-example").Should().Equal(
            "data/api/client-server/definitions/thing.yaml:3:10 Warning composed-example #/example the example is composed with allOf, which published bundles show unresolved; write it out, or use one $ref with the differences beside it",
            $"{Api}:27:20 Warning operation-id-case #/paths/~1things~1{{thingId}}/put/operationId the operationId \"GetThing\" differs from \"getThing\" only in capitals; give one of them another name");
        Check("all").Findings.Should().HaveCount(2);
    }

    [Fact]
    public void A_body_without_an_example_is_a_matter_of_taste()
    {
        WriteDefinition();
        Break("example: { errcode: M_NOT_FOUND }", "title: Gone");

        Findings().Should().BeEmpty();
        Findings("missing-example").Should().Equal(
            $"{Api}:47:11 Warning missing-example #/components/responses/gone/content/application~1json the JSON body has no example");
    }

    [Fact]
    public void A_rule_can_be_left_out()
    {
        WriteDefinition();
        Break("default: 10", "default: ten");

        new SpecChecker(new CheckOptions { SpecDirectory = Folder, WithoutRules = ["default"] }).Check().Findings.Should().BeEmpty();
    }

    [Fact]
    public void A_rule_that_does_not_exist_or_a_folder_without_sources_is_said_so()
    {
        var rule = () => Check("exampel");
        rule.Should().Throw<SpecException>().WithMessage("There is no rule \"exampel\". Did you mean example?");
        var folder = () => new SpecChecker(new CheckOptions { SpecDirectory = Path.Combine(Folder, "data") }).Check();
        folder.Should().Throw<SpecException>().WithMessage($"{Path.Combine(Folder, "data")} does not hold data/api/; *");
        var file = () => new SpecChecker(new CheckOptions { SpecDirectory = Path.Combine(Folder, Api) }).Check();
        file.Should().Throw<SpecException>()
            .WithMessage(
                $"{Path.Combine(Folder, Api)} is a file; give the folder that holds data/ (a checkout of the specification's repository).");
    }

    [Fact]
    public void Swagger_2_is_checked_in_the_same_way()
    {
        WriteDefinition();
        Write(Api, """
            swagger: '2.0'
            basePath: /
            produces: [application/json]
            paths:
              /things:
                put:
                  operationId: putThings
                  parameters:
                    - { in: query, name: limit, type: integer, x-example: none, default: many }
                    - { in: body, name: body, schema: { type: object, example: 7 } }
                  responses:
                    200: { description: Done., schema: { type: object }, examples: { application/json: [] } }
            """);

        Findings().Should().Equal(
            $"{Api}:9:63 Error example #/paths/~1things/put/parameters/0/x-example the example contradicts its schema: expected integer, got string (\"none\"); see {Api}:9",
            $"{Api}:9:78 Error default #/paths/~1things/put/parameters/0/default the default contradicts its schema: expected integer, got string (\"many\"); see {Api}:9",
            $"{Api}:10:68 Error example #/paths/~1things/put/parameters/1/schema/example the example contradicts its schema: expected object, got integer (7); see {Api}:10",
            $"{Api}:12:92 Error example #/paths/~1things/put/responses/200/examples/application~1json the example contradicts its schema: expected object, got array; see {Api}:12");
    }
}
