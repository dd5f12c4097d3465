using System.Text;
using System.Text.Json;
using Conformance.Spec.Loading;
using Conformance.Spec.Schemas;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Schemas;

/// <summary>Which places a schema documents, and which of them a value has.</summary>
public sealed class DocumentedPlacesTests
{
    private static readonly SpecVersion Newest = Specification.Embedded.Max();

    /// <summary>A schema, a value, the places that the value has, and those that it has not; one blank and a bar between places.</summary>
    public static TheoryData<string, string, string, string> Cases => new()
    {
        { """{"properties":{"a":{},"b":{"properties":{"c/d~e":{}}}}}""", """{"b":{"c/d~e":null},"x":1}""", "/b | /b/c~1d~0e", "/a" },
        { """{"properties":{"list":{"items":{"properties":{"x":{},"y":{}}}}}}""", """{"list":[{"x":1},{"z":1}]}""",
            "/list | /list/* | /list/*/x", "/list/*/y" },
        { """{"properties":{"list":{"items":{"type":"string"}}}}""", """{"list":[]}""", "/list", "/list/*" },
        { """{"items":true}""", """[1]""", "", "" },
        { """{"prefixItems":[{"properties":{"a":{}}}],"items":{"properties":{"b":{}}}}""", """[{"b":1}]""", "/* | /*/b", "/*/a" },
        { """{"properties":{"a":{}},"additionalProperties":{"properties":{"x":{}}}}""", """{"a":{"x":1}}""", "/a", "/* | /*/x" },
        { """{"properties":{"a":{}},"additionalProperties":{"properties":{"x":{}}}}""", """{"b":{"x":1}}""", "/* | /*/x", "/a" },
        { """{"additionalProperties":true}""", """{"b":1}""", "", "" },
        { """{"patternProperties":{"^@":{"type":"string"}}}""", """{"b":1}""", "", "/*" },
        { """{"patternProperties":{"^@":{"type":"string"}}}""", """{"@b":1}""", "/*", "" },
        { """{"properties":{"a":false,"b":true}}""", """{"a":1}""", "", "/b" },
        { """{"allOf":[{"properties":{"a":{}}},{"properties":{"a":{"properties":{"x":{}}},"b":{}}}]}""", """{"a":{"x":1}}""", "/a | /a/x",
            "/b" },
        { """{"if":{"properties":{"a":{}}},"then":{"properties":{"b":{}}}}""", """{"b":1}""", "/b", "/a" },
        { """{"properties":{"p":{"enum":["on","off",null,1]}}}""", """{"p":1.0}""", "/p | /p enum 1",
            "/p enum \"on\" | /p enum \"off\" | /p enum null" },
        { """{"enum":["<é>"]}""", "\"<é>\"", "enum \"<é>\"", "" },
        { """{"properties":{"k":{"oneOf":[{"type":"string"},{"$ref":"#/$defs/o"}]}},"$defs":{"o":{"type":"object","properties":{"x":{}}}}}""", """{"k":{}}""", "/k | /k oneOf/1", "/k oneOf/0 | /k/x" },
        { """{"anyOf":[{"required":["a"]},{"required":["b"]}]}""", """{"a":1,"b":1}""", "anyOf/0 | anyOf/1", "" },
        { """{"allOf":[{"oneOf":[{"type":"string"}]},{"oneOf":[{"type":"null"}]}]}""", "null", "oneOf/1", "oneOf/0" },
        { """{"properties":{"a b":{"oneOf":[true,{"properties":{"c":{"$ref":"#"}},"required":["c"]}]}}}""", """{"a b":{"c":{}}}""",
            "/a b | /a b oneOf/0 | /a b oneOf/1 | /a b/c", "" },
        { """{"$ref":"#/$defs/x~1y","$defs":{"x/y":{"properties":{"a":{},"next":{"$ref":"#/$defs/x~1y"}}}}}""",
            """{"next":{"next":{"a":1}}}""", "/a | /next", "" },
        { """{"properties":{"a":{},"children":{"items":{"$ref":"#"}}}}""", """{"children":[]}""", "/children", "/a | /children/*" },
        { """{"$ref":"https://example.org/x"}""", """{"b":1}""", "", "" },
        { "true", """{"b":1}""", "", "" },
        { """{"properties":{"a":{"properties":{"x":{}}}}}""", """{"a":[1]}""", "/a", "/a/x" },
        { """{"properties":{"a":{}}}""", "[1]", "", "/a" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_value_has_some_of_the_documented_places(string schema, string value, string seen, string unseen)
    {
        var (had, lacked) = Split(new DocumentedPlaces(Encoding.UTF8.GetBytes(schema), Newest), value);

        string.Join(" | ", had).Should().Be(seen);
        string.Join(" | ", lacked).Should().Be(unseen);
    }

    [Fact]
    public void Branches_are_not_members()
    {
        new DocumentedPlaces("""{"properties":{"a":{"enum":[1]}}}"""u8.ToArray(), Newest).All.Should().Equal(
            new DocumentedPlace(PlaceKind.Member, "/a"), new DocumentedPlace(PlaceKind.Branch, "/a enum 1"));
    }

    [Theory]
    [InlineData(17, "/old")]
    [InlineData(18, "/old | /new | /new/x | /pointed")]
    public void What_is_newer_than_the_version_under_test_is_no_place(int minor, string places)
    {
        var schema = """
            {"properties":{"old":{},"new":{"since":"v1.18","properties":{"x":{}}},"pointed":{"$ref":"#/$defs/new"}},"additionalProperties":false,
             "$defs":{"new":{"since":"v1.18"}}}
            """;

        var documented = new DocumentedPlaces(Encoding.UTF8.GetBytes(schema), new SpecVersion(1, minor));

        string.Join(" | ", documented.All.Select(place => place.Name)).Should().Be(places);
    }

    [Fact]
    public void A_newer_member_is_not_taken_for_one_without_a_name()
    {
        var schema = """{"properties":{"new":{"since":"v1.18"}},"additionalProperties":{"type":"string"}}""";

        Split(new DocumentedPlaces(Encoding.UTF8.GetBytes(schema), new SpecVersion(1, 17)), """{"new":"x"}""").Unseen.Should().Equal("/*");
    }

    [Fact]
    public void Too_few_marks_are_refused()
    {
        var places = new DocumentedPlaces("""{"properties":{"a":{},"b":{}}}"""u8.ToArray(), Newest);
        using var value = JsonDocument.Parse("{}");

        places.Invoking(all => all.Mark(value.RootElement, new bool[1])).Should().Throw<ArgumentException>()
            .WithMessage("1 marks are too few for 2 places.*");
    }

    [Fact]
    public void Every_response_of_the_newest_version_has_its_places_once()
    {
        var specification = Specification.LoadEmbedded(Newest);
        foreach (
            var (operation, response) in specification.Operations.SelectMany(
                operation => operation.Responses.Select(response => (operation, response))))
        {
            var places = specification.ResponsePlaces(operation, response, Newest);
            (places is null).Should().Be(response.Schema is null);
            if (places is not null)
                places.All.Should().OnlyHaveUniqueItems().And.HaveCountLessThan(
                    2000, "{0} {1} should not grow without bound", operation.Id, response.Status);
        }
    }

    [Fact]
    public void The_places_of_a_response_are_those_of_its_schema()
    {
        var specification = Specification.LoadEmbedded(Newest);
        var operation = specification.GetOperation("getDevices");
        var response = operation.ResponseFor(200)!;

        var places = specification.ResponsePlaces(operation, response, Newest);

        places!.All.Select(place => place.Name).Should().Equal(
            "/devices", "/devices/*", "/devices/*/device_id", "/devices/*/display_name", "/devices/*/last_seen_ip",
                "/devices/*/last_seen_ts");
        specification.ResponsePlaces(operation, response, Newest).Should().BeSameAs(places);
    }

    private static (IReadOnlyList<string> Seen, IReadOnlyList<string> Unseen) Split(DocumentedPlaces places, string value)
    {
        using var document = JsonDocument.Parse(value);
        var marks = new bool[places.All.Count];
        places.Mark(document.RootElement, marks);
        var names = places.All.Select((place, number) => (place.Name, Seen: marks[number]))
            .ToLookup(place => place.Seen, place => place.Name);
        return ([.. names[true]], [.. names[false]]);
    }
}
