using System.Text;
using Conformance.JsonSchema.Compiled;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Invalid schemas are refused with a pointer and a sentence.</summary>
public sealed class CompilationErrorTests
{
    [Theory]
    [InlineData("[]", "the root of the schema: a schema must be an object or a boolean, not an array")]
    [InlineData("""{"properties":{"a/b":3}}""", "/properties/a~1b: a schema must be an object or a boolean, not 3")]
    [InlineData("""{"type":"strnig"}""", "/type: \"type\" names \"strnig\", which is not a type")]
    [InlineData("""{"type":[]}""", "/type: \"type\" must not be empty")]
    [InlineData("""{"type":{}}""", "/type: \"type\" must be a string or an array of strings, not an object")]
    [InlineData("""{"items":{"required":"a"}}""", "/items/required: \"required\" must be an array, not a string")]
    [InlineData("""{"required":["a","a"]}""", "/required: \"required\" lists \"a\" twice")]
    [InlineData("""{"required":[1]}""", "/required: \"required\" must be a string, not 1")]
    [InlineData("""{"dependentRequired":{"a":["b","b"]}}""", "/dependentRequired/a: \"dependentRequired\" lists \"b\" twice")]
    [InlineData("""{"minLength":-1}""", "/minLength: \"minLength\" must be an integer of at least 0, not -1")]
    [InlineData("""{"minLength":1.5}""", "/minLength: \"minLength\" must be an integer of at least 0, not 1.5")]
    [InlineData("""{"minimum":"1"}""", "/minimum: \"minimum\" must be a number, not a string")]
    [InlineData("""{"multipleOf":0}""", "/multipleOf: \"multipleOf\" must be above zero, not 0")]
    [InlineData("""{"uniqueItems":1}""", "/uniqueItems: \"uniqueItems\" must be a boolean, not 1")]
    [InlineData("""{"allOf":[]}""", "/allOf: \"allOf\" must not be empty")]
    [InlineData("""{"enum":"a"}""", "/enum: \"enum\" must be an array, not a string")]
    [InlineData("""{"properties":[]}""", "/properties: \"properties\" must be an object, not an array")]
    [InlineData("""{"pattern":"("}""", "/pattern: \"pattern\" \"(\" is not a regular expression of ECMA-262: a group is not closed")]
    [InlineData("""{"patternProperties":{"[":true}}""",
        "/patternProperties/[: \"patternProperties\" \"[\" is not a regular expression of ECMA-262: a character class is not closed")]
    [InlineData("""{"$ref":"#/$defs/a"}""", "/$ref: \"#/$defs/a\" leads nowhere")]
    [InlineData("""{"$ref":"#a"}""", "/$ref: \"#a\" leads nowhere: there is no anchor \"a\"")]
    [InlineData("""{"$ref":"https://example.org/other"}""",
        "/$ref: there is no schema \"https://example.org/other\"; other documents than the schema itself come from SchemaOptions.Resolve")]
    [InlineData("""{"$id":"https://example.org/a#b"}""", "/$id: an \"$id\" must not have a fragment; use \"$anchor\"")]
    [InlineData("""{"$id":3}""", "/$id: \"$id\" must be a string, not 3")]
    [InlineData("""{"$defs":{"a":{"$id":"https://example.org/x"},"b":{"$id":"https://example.org/x"}}}""",
        "/$defs/b/$id: \"https://example.org/x\" identifies two schemas")]
    [InlineData("""{"$anchor":"a","items":{"$anchor":"a"}}""", "/items/$anchor: the anchor \"a\" is defined twice")]
    [InlineData("""{"$anchor":"1"}""", "/$anchor: \"1\" is not a name for an anchor")]
    [InlineData(
        """{"$schema":"http://json-schema.org/draft-07/schema#"}""",
        "/$schema: the dialect \"http://json-schema.org/draft-07/schema\" is not known; this validator has 2020-12, and metaschemas that SchemaOptions.Resolve gives")]
    [InlineData(
        """{"$ref":"#"}""",
        "the root of the schema: its references lead back to itself without descending into the instance, so its evaluation would never end")]
    [InlineData("""{"properties":{"a":{"allOf":[{"$ref":"#/$defs/b"}]}},"$defs":{"b":{"anyOf":[{"not":{"$ref":"#/properties/a"}}]}}}""",
        "/properties/a: its references lead back to itself without descending into the instance, so its evaluation would never end")]
    [InlineData(
        """{"$dynamicAnchor":"a","$dynamicRef":"#a"}""",
        "the root of the schema: its references lead back to itself without descending into the instance, so its evaluation would never end")]
    [InlineData(
        """{"dependentSchemas":{"a":{"$ref":"#"}}}""",
        "the root of the schema: its references lead back to itself without descending into the instance, so its evaluation would never end")]
    [InlineData("""{"const":"\ud800"}""", "the root of the schema: it contains a string that is not valid Unicode")]
    public void A_faulty_schema_is_refused(string schema, string message) =>
        Compiling(schema).Should().Throw<SchemaException>().WithMessage(message);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{"type":"string","type":"null"}""")]
    public void What_is_no_JSON_is_refused(string schema) =>
        Compiling(schema).Should().Throw<SchemaException>().WithMessage("the root of the schema: it is not JSON: *");

    [Fact]
    public void The_exception_has_pointer_and_problem_apart()
    {
        var exception = Compiling("""{"type":3}""").Should().Throw<SchemaException>().Which;
        exception.SchemaPointer.Should().Be("/type");
        exception.Problem.Should().Be("\"type\" must be a string or an array of strings, not 3");
    }

    [Fact]
    public void A_fault_in_another_document_names_the_document()
    {
        var options = new SchemaOptions { Resolve = _ => Encoding.UTF8.GetBytes("""{"items":{"type":"x"}}""") };
        FluentActions.Invoking(() => CompiledSchema.Compile("""{"$ref":"https://example.org/other"}"""u8, options))
            .Should().Throw<SchemaException>()
                .WithMessage("https://example.org/other#/items/type: \"type\" names \"x\", which is not a type");
    }

    [Fact]
    public void A_required_vocabulary_that_is_not_known_is_refused()
    {
        var options = new SchemaOptions { Resolve = _ => Encoding.UTF8.GetBytes("""{"$vocabulary":{"https://example.org/vocab":true}}""") };
        FluentActions.Invoking(() => CompiledSchema.Compile("""{"$schema":"https://example.org/meta"}"""u8, options))
            .Should().Throw<SchemaException>()
                .WithMessage(
                    "/$schema: the dialect \"https://example.org/meta\" requires the vocabulary \"https://example.org/vocab\", which is not known");
    }

    private static Action Compiling(string schema) => () => CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema));
}
