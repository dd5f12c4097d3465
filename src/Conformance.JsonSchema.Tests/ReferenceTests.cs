using System.Text;
using Conformance.JsonSchema.Compiled;
using Conformance.JsonSchema.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void Other_documents_come_from_the_resolver_once_each()
    {
        var asked = new List<string>();
        var options = new SchemaOptions
        {
            BaseUri = "https://example.org/schemas/root.json",
            Resolve = uri =>
            {
                asked.Add(uri);
                return uri switch
                {
                    "https://example.org/schemas/a.json" =>
                        Encoding.UTF8.GetBytes("""{"$ref":"sub/b.json#/$defs/s","$defs":{"n":{"type":"null"}}}"""),
                    "https://example.org/schemas/sub/b.json" =>
                        Encoding.UTF8.GetBytes("""{"$defs":{"s":{"anyOf":[{"type":"string"},{"$ref":"../a.json#/$defs/n"}]}}}"""),
                    _ => null,
                };
            },
        };
        var schema = CompiledSchema.Compile("""{"items":{"$ref":"a.json"},"contains":{"$ref":"a.json"}}"""u8, options);
        asked.Should().Equal("https://example.org/schemas/a.json", "https://example.org/schemas/sub/b.json");
        schema.IsValid("""["x",null]"""u8).Should().BeTrue();
        schema.Validate("""["x",1]"""u8)
            .Should().Equal(new SchemaFinding("/1", "https://example.org/schemas/sub/b.json#/$defs/s/anyOf", "anyOf",
            "matches none of 2 alternatives; nearest is number 1: expected string, got integer"));
    }

    [Fact]
    public void A_schema_may_refer_to_itself_by_pointer_anchor_and_identifier()
    {
        var schema = new Evaluations("""
            {
              "$id": "https://example.org/tree", "type": "object", "required": ["v"],
              "properties": { "l": { "$ref": "#" }, "r": { "$ref": "https://example.org/tree" }, "v": { "$ref": "#value" }, "w": { "$ref": "#/$defs/a~1b%25" } },
              "$defs": { "value": { "$anchor": "value", "type": "integer" }, "a/b%": { "type": "null" } }
            }
            """);
        schema.IsValid("""{"v":1,"l":{"v":2,"r":{"v":3}},"w":null}""").Should().BeTrue();
        schema.IsValid("""{"v":1,"l":{"v":2,"r":{"v":"3"}}}""").Should().BeFalse();
        schema.IsValid("""{"v":1,"r":{}}""").Should().BeFalse();
    }

    [Fact]
    public void A_dynamic_reference_leads_to_the_outermost_anchor()
    {
        const string Tree = """{"$id":"https://example.org/tree","$dynamicAnchor":"node","type":"object","properties":{"data":true,"children":{"items":{"$dynamicRef":"#node"}}}}""";
        var options = new SchemaOptions { Resolve = uri => uri == "https://example.org/tree" ? Encoding.UTF8.GetBytes(Tree) : null };
        var strict = new Evaluations("""{"$id":"https://example.org/strict","$dynamicAnchor":"node","$ref":"tree","unevaluatedProperties":false}""", options);
        strict.IsValid("""{"children":[{"data":1}]}""").Should().BeTrue();
        strict.IsValid("""{"children":[{"daat":1}]}""").Should().BeFalse();
        new Evaluations(Tree, options).IsValid("""{"children":[{"daat":1}]}""").Should().BeTrue();
    }

    [Fact]
    public void The_metaschema_is_built_in()
    {
        var metaSchema = new Evaluations("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}""");
        metaSchema.IsValid("""{"properties":{"a":{"type":["string","null"]}},"$defs":{"b":true}}""").Should().BeTrue();
        metaSchema.IsValid("""{"properties":{"a":{"type":"strnig"}}}""").Should().BeFalse();
        metaSchema.IsValid("""{"allOf":[{"not":{"minLength":-1}}]}""").Should().BeFalse();
        metaSchema.IsValid("""{"$defs":{"a":{"$anchor":"#"}}}""").Should().BeFalse();
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("meta/core")]
    [InlineData("meta/applicator")]
    [InlineData("meta/unevaluated")]
    [InlineData("meta/validation")]
    [InlineData("meta/meta-data")]
    [InlineData("meta/format-annotation")]
    [InlineData("meta/format-assertion")]
    [InlineData("meta/content")]
    public void Each_metaschema_is_there_and_valid_against_itself(string name)
    {
        var bytes = MetaSchemaDocuments.Find($"https://json-schema.org/draft/2020-12/{name}");
        bytes.Should().NotBeNull();
        CompiledSchema.Compile("""{"$ref":"https://json-schema.org/draft/2020-12/schema"}"""u8).Validate(bytes!).Should().BeEmpty();
        CompiledSchema.Compile(bytes!).IsValid("{}"u8).Should().BeTrue();
    }

    [Fact]
    public void A_vocabulary_that_a_dialect_leaves_out_asserts_nothing()
    {
        var options = new SchemaOptions
        {
            Resolve = _ =>
            Encoding.UTF8.GetBytes(
                """{"$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/applicator":true,"https://example.org/optional":false}}""")
        };
        var schema = new Evaluations("""{"$schema":"https://example.org/meta","type":"string","properties":{"a":false}}""", options);
        schema.IsValid("1").Should().BeTrue();
        schema.IsValid("""{"a":1}""").Should().BeFalse();
    }
}
