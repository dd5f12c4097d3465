using Conformance.Spec.Extraction;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Extraction;

public sealed class BrokenSourceTests : ExtractionTest
{
    [Fact]
    public void Every_fault_is_reported_in_one_run_with_file_line_and_pointer()
    {
        WriteSource("data/api/client-server/a.yaml",
            Document(Returning("properties:\n  a: { $ref: definitions/missing.yaml }\n  b: { $ref: \"#/components/schemas/Nothing\" }")));
        WriteSource("data/api/client-server/b.yaml", Document(Returning("type: object"), path: "/others"));
        WriteSource("data/api/client-server/c.yaml", "openapi: 3.1.0\npaths:\n  /x: [\n");
        WriteSource("data/api/client-server/d.yaml", Document("responses: {}", path: "/nameless"));
        WriteSource("data/api/client-server/e.yaml",
            Document("operationId: getE\nresponses: { ok: {} }\nparameters: [{ in: cookie, name: c }, { in: query }, 7]", path: "/e"));
        WriteSource("data/api/identity/a.yaml", "type: object\n");

        Errors().Should().Equal(
            "data/api/client-server/a.yaml:25: #/paths/~1things/get/responses/200/content/application~1json/schema/properties/a/$ref: the reference \"definitions/missing.yaml\" points to data/api/client-server/definitions/missing.yaml, which does not exist",
            "data/api/client-server/a.yaml:26: #/paths/~1things/get/responses/200/content/application~1json/schema/properties/b/$ref: the reference \"#/components/schemas/Nothing\" points to \"components\", which # of data/api/client-server/a.yaml does not have",
            "data/api/client-server/b.yaml:17: #/paths/~1others/get/operationId: the operationId \"getThings\" is already taken, at data/api/client-server/a.yaml:17; give one of them another name",
            "data/api/client-server/c.yaml:4: invalid YAML: while parsing a node, did not find expected node content",
            "data/api/client-server/d.yaml:17: #/paths/~1nameless/get: the operation has no operationId; add one",
            "data/api/client-server/e.yaml:18: #/paths/~1e/get/responses/ok: \"ok\" is not a status; use a code, a range such as 4XX, or default",
            "data/api/client-server/e.yaml:19: #/paths/~1e/get/parameters/0/in: the parameter \"c\" does not say where it goes; \"in\" is one of path, query, header",
            "data/api/client-server/e.yaml:19: #/paths/~1e/get/parameters/1: the parameter has no name; add one",
            "data/api/client-server/e.yaml:19: #/paths/~1e/get/parameters/2: the parameter is an integer, where a map is expected",
            "data/api/identity/a.yaml:1: the file is not an API document: it has no \"paths\"; move definitions into a folder of their own");
    }

    [Theory]
    [InlineData("https://example.org/thing.yaml", "is a network address, and the suite fetches nothing; point it to a file")]
    [InlineData("../../../../thing.yaml", "leaves the folder; point it to a file inside")]
    [InlineData("#thing", "has a fragment that is not a JSON Pointer; write it as #/a/b")]
    [InlineData("#/info/title/x", "points to \"x\", which #/info/title of data/api/client-server/a.yaml does not have")]
    public void A_reference_that_leads_nowhere_says_why(string reference, string why)
    {
        WriteSource("data/api/client-server/a.yaml", Document(Returning($"items: {{ $ref: \"{reference}\" }}")));

        Errors().Should().Equal(
            $"data/api/client-server/a.yaml:24: #/paths/~1things/get/responses/200/content/application~1json/schema/items/$ref: the reference \"{reference}\" {why}");
    }

    [Fact]
    public void References_that_go_round_are_no_endless_loop()
    {
        WriteSource("data/api/client-server/a.yaml", Document(
            "operationId: getThings\nresponses: { \"200\": { $ref: \"#/components/responses/a\" } }",
            "components:\n  responses:\n    a: { $ref: \"#/components/responses/b\" }\n    b: { $ref: \"#/components/responses/a\" }\n"));

        Errors().Should().Contain(error => error.EndsWith("leads back to itself; make it point to a definition"));
    }

    [Theory]
    [InlineData("type: object\nallOf: { type: object }",
        "#/paths/~1things/get/responses/200/content/application~1json/schema/allOf: allOf is a map, where a list is expected")]
    [InlineData("properties: { a: text }",
        "#/paths/~1things/get/responses/200/content/application~1json/schema/properties/a: a schema is a string, where a map is expected")]
    [InlineData(
        "x-addedInMatrixVersion: soon",
        "#/paths/~1things/get/responses/200/content/application~1json/schema/x-addedInMatrixVersion: x-addedInMatrixVersion is not a version; write it like \"1.19\"")]
    [InlineData(
        "default: .inf",
        "#/paths/~1things/get/responses/200/content/application~1json/schema/default: \".inf\" is a number that JSON does not have; put it in quotes or choose another")]
    public void A_schema_of_no_use_is_an_error(string schema, string message)
    {
        WriteSource("data/api/client-server/a.yaml", Document(Returning(schema)));

        Errors().Should().ContainSingle().Which.Should().EndWith(message);
    }

    [Fact]
    public void One_path_and_method_documented_twice_is_an_error()
    {
        WriteSource("data/api/client-server/a.yaml", Document("operationId: one\nresponses: {}"));
        WriteSource("data/api/client-server/b.yaml", Document("operationId: two\nresponses: {}"));

        Errors().Should().Equal(
            "data/api/client-server/b.yaml:17: #/paths/~1things/get/operationId: GET /_matrix/client/v3/things is already documented, at data/api/client-server/a.yaml:17; remove one of them");
    }

    [Fact]
    public void A_format_that_nobody_knows_is_said_so()
    {
        WriteSource("data/api/client-server/a.yaml", "raml: 1\npaths: {}\n");

        Errors().Should().Equal(
            "data/api/client-server/a.yaml:1: #: the document is neither OpenAPI 3 (\"openapi: 3.1.0\") nor Swagger 2.0 (\"swagger: '2.0'\")");
    }

    [Fact]
    public void Deep_nesting_is_an_error_and_no_crash()
    {
        WriteSource("data/api/client-server/a.yaml", new string('[', 100_000));
        WriteSource("data/api/client-server/b.json", new string('[', 100_000));

        Errors().Should().Equal(
            "data/api/client-server/a.yaml:1: invalid YAML: nesting is deeper than 256 levels",
            "data/api/client-server/b.json:1: invalid JSON: the maximum configured depth of 256 has been exceeded. Cannot read next JSON array");
    }

    [Fact]
    public void A_folder_or_file_that_is_no_specification_is_said_so()
    {
        static string Message(string path)
        {
            var act = () => new SpecExtractor(new ExtractionOptions { SpecPath = path, OutputDirectory = path }).Extract();
            return act.Should().Throw<SpecException>().Which.Message;
        }

        Message(Source)
            .Should().Be(
                $"There is no {Source}; give the folder that holds data/ (a checkout of the specification's repository), or a published api.json.");
        WriteSource("notes.txt", "nothing");
        Message(Source)
            .Should().Be(
                $"{Source} does not hold data/api/; give the folder that holds data/ (a checkout of the specification's repository), or a published api.json.");
        var notes = Path.Combine(Source, "notes.txt");
        Message(notes).Should().Be($"{notes} is not an API document; give a published api.json, or the folder that holds data/.");
        WriteSource("api.json", """{ "openapi": "3.1.0", "paths": {}, "info": { "title": "Pets" } }""");
        var bundle = Path.Combine(Source, "api.json");
        Message(bundle)
            .Should().Be(
                $"{bundle} has the title \"Pets\", which names none of the APIs client-server, server-server, application-service, identity, push-gateway; give a published api.json.");
        WriteSource("data/api/client-server/readme.md", "nothing");
        Message(Source)
            .Should().Be(
                $"No folder below {Path.Combine(Source, "data", "api")} holds an API document; give a complete checkout of the specification's repository.");
    }

    [Fact]
    public void What_YAML_forbids_and_does_no_harm_is_a_notice()
    {
        WriteSource("data/api/client-server/a.yaml", Document(Returning("type: object\ntype: string\ndescription: |\n        \n  Text.")));

        Extract().Notices.Select(notice => notice.ToString()).Should().Equal(
            "data/api/client-server/a.yaml:25: the key \"type\" is in one map twice, and the second was ignored; keep only one",
            "data/api/client-server/a.yaml:28: invalid YAML: while scanning a literal block scalar, found extra spaces in first line");
        Text("client-server/getThings.200.json").Should().Contain("\"type\": \"object\"");
    }
}
