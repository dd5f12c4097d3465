using System.Text;
using Conformance.JsonSchema.Compiled;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>The sentences that people read, word for word, with their pointers.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "3", "", "/type", "type", "expected string, got integer")]
    [InlineData("""{"type":"integer"}""", "3.5", "", "/type", "type", "expected integer, got number")]
    [InlineData("""{"type":["string","null"]}""", "{}", "", "/type", "type", "expected string or null, got object")]
    [InlineData(
        """{"type":["object","number","integer","null"]}""", "true", "", "/type", "type", "expected object, number or null, got boolean")]
    [InlineData("""{"properties":{"a/b":{"items":{"type":"string"}}}}""", """{"a/b":["x",null]}""", "/a~1b/1",
        "/properties/a~1b/items/type", "type", "expected string, got null")]
    [InlineData("""{"required":["device_id"]}""", "{}", "", "/required", "required", "required member \"device_id\" is missing")]
    [InlineData(
        """{"$ref":"#/$defs/a","$defs":{"a":{"type":"string"}}}""", "[]", "", "/$defs/a/type", "type", "expected string, got array")]
    [InlineData("""{"enum":["invite","join","leave"]}""", "\"secret\"", "", "/enum", "enum",
        "expected \"invite\", \"join\" or \"leave\", got another string")]
    [InlineData("""{"enum":["invite","join"]}""", "7", "", "/enum", "enum", "expected \"invite\" or \"join\", got 7")]
    [InlineData("""{"enum":["a","b","c","d","e","f","g","h","i","j"]}""", "null", "", "/enum", "enum",
        "expected \"a\", \"b\", \"c\", \"d\", \"e\", \"f\", \"g\", \"h\" or 2 others, got null")]
    [InlineData(
        """{"const":"m.login.password"}""", "\"secret\"", "", "/const", "const", "expected \"m.login.password\", got another string")]
    [InlineData("""{"const":{"a":1}}""", "{}", "", "/const", "const", "expected {\"a\":1}, got another object")]
    [InlineData("""{"pattern":"^!"}""", "\"secret\"", "", "/pattern", "pattern", "expected a string that matches ^!")]
    [InlineData("""{"minLength":2}""", "\"s\"", "", "/minLength", "minLength", "expected at least 2 characters, got 1")]
    [InlineData("""{"maxLength":1}""", "\"s\\ud83d\\ude00\"", "", "/maxLength", "maxLength", "expected at most 1 character, got 2")]
    [InlineData("""{"minimum":0}""", "-1", "", "/minimum", "minimum", "expected a number of at least 0, got -1")]
    [InlineData("""{"maximum":1.5}""", "2", "", "/maximum", "maximum", "expected a number of at most 1.5, got 2")]
    [InlineData("""{"exclusiveMinimum":0}""", "0", "", "/exclusiveMinimum", "exclusiveMinimum", "expected a number above 0, got 0")]
    [InlineData("""{"exclusiveMaximum":0}""", "0.0", "", "/exclusiveMaximum", "exclusiveMaximum", "expected a number below 0, got 0.0")]
    [InlineData("""{"maximum":0}""", "1234567890123456789012345", "", "/maximum", "maximum",
        "expected a number of at most 0, got a number of 25 characters")]
    [InlineData("""{"multipleOf":0.5}""", "0.7", "", "/multipleOf", "multipleOf", "expected a number that is a multiple of 0.5, got 0.7")]
    [InlineData("""{"minItems":1}""", "[]", "", "/minItems", "minItems", "expected at least 1 item, got 0")]
    [InlineData("""{"maxItems":1}""", "[1,2]", "", "/maxItems", "maxItems", "expected at most 1 item, got 2")]
    [InlineData("""{"uniqueItems":true}""", "[1,\"a\",1.0]", "", "/uniqueItems", "uniqueItems",
        "expected different items, but items 0 and 2 are equal")]
    [InlineData("""{"contains":{"const":1}}""", "[2]", "", "/contains", "contains", "expected at least 1 matching item, got 0")]
    [InlineData("""{"contains":{"const":1},"minContains":2}""", "[1]", "", "/minContains", "minContains",
        "expected at least 2 matching items, got 1")]
    [InlineData("""{"contains":{"const":1},"maxContains":1}""", "[1,1]", "", "/maxContains", "maxContains",
        "expected at most 1 matching item, got 2")]
    [InlineData("""{"prefixItems":[true],"items":false}""", "[1,2]", "/1", "/items", "items", "item 1 is not allowed")]
    [InlineData("""{"prefixItems":[true],"unevaluatedItems":false}""", "[1,2]", "/1", "/unevaluatedItems", "unevaluatedItems",
        "item 1 is not allowed")]
    [InlineData("""{"minProperties":1}""", "{}", "", "/minProperties", "minProperties", "expected at least 1 member, got 0")]
    [InlineData("""{"maxProperties":1}""", """{"a":1,"b":2}""", "", "/maxProperties", "maxProperties", "expected at most 1 member, got 2")]
    [InlineData("""{"additionalProperties":false}""", """{"a":1}""", "/a", "/additionalProperties", "additionalProperties",
        "member \"a\" is not allowed")]
    [InlineData("""{"unevaluatedProperties":false}""", """{"a":1}""", "/a", "/unevaluatedProperties", "unevaluatedProperties",
        "member \"a\" is not allowed")]
    [InlineData("""{"propertyNames":{"pattern":"^@"}}""", """{"a":1}""", "", "/propertyNames", "propertyNames",
        "member name \"a\" is not allowed: expected a string that matches ^@")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""", "", "/dependentRequired/a", "dependentRequired",
        "member \"b\" is missing, which \"a\" requires")]
    [InlineData("""{"not":{"type":"string"}}""", "\"secret\"", "", "/not", "not", "the value matches the schema that it must not match")]
    [InlineData("false", "1", "", "", "false", "no value is allowed here")]
    [InlineData("""{"properties":{"a":false}}""", """{"a":1}""", "/a", "/properties/a", "properties", "member \"a\" is not allowed")]
    [InlineData("""{"anyOf":[{"type":"string"},{"required":["b"]}]}""", "{}", "", "/anyOf", "anyOf",
        "matches none of 2 alternatives; nearest is number 2: required member \"b\" is missing")]
    [InlineData("""{"anyOf":[{"type":"string"},{"properties":{"b":{"type":"null"}}}]}""", """{"b":1}""", "", "/anyOf", "anyOf",
        "matches none of 2 alternatives; nearest is number 2: at /b expected null, got integer")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", "1", "", "/oneOf", "oneOf",
        "does not match the only alternative: expected string, got integer")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"null"},{"minLength":1}]}""", "\"secret\"", "", "/oneOf", "oneOf",
        "matches alternatives 1 and 3 of 3 under oneOf, expected exactly one to match")]
    [InlineData("""{"if":{"type":"string"},"then":{"minLength":9}}""", "\"secret\"", "", "/then/minLength", "minLength",
        "expected at least 9 characters, got 6")]
    [InlineData("""{"if":{"type":"string"},"else":{"type":"null"}}""", "1", "", "/else/type", "type", "expected null, got integer")]
    public void A_finding_says_where_and_what(
        string schema, string instance, string instancePointer, string schemaPointer, string keyword, string message) =>
        Validate(schema, instance).Should().Equal(new SchemaFinding(instancePointer, schemaPointer, keyword, message));

    [Fact]
    public void All_missing_members_are_found_at_once() =>
        Validate("""{"required":["a","b"]}""", "{}").Select(finding => finding.Message).Should().Equal(
            "required member \"a\" is missing", "required member \"b\" is missing");

    [Fact]
    public void A_schema_and_what_it_refers_to_are_both_heard() =>
        Validate("""{"$ref":"#/$defs/a","required":["b"],"unevaluatedProperties":false,"$defs":{"a":{"required":["a"]}}}""", """{"c":1}""")
            .Select(finding => finding.Message).Should().Equal(
            "required member \"a\" is missing", "required member \"b\" is missing");

    [Fact]
    public void What_two_subschemas_say_alike_is_said_once() =>
        Validate("""{"allOf":[{"required":["a"]},{"required":["a"]}]}""", "{}")
            .Should().ContainSingle().Which.SchemaPointer.Should().Be("/allOf/0/required");

    [Theory]
    [InlineData("", "json", "the instance is empty, which is not JSON")]
    [InlineData("{\"a\":1,}", "json", "the instance is not JSON: line 1, byte 8")]
    [InlineData("{}\n{}", "json", "the instance is not JSON: line 2, byte 1")]
    public void What_is_no_JSON_has_one_finding(string instance, string keyword, string message) =>
        Validate("{}", instance).Should().Equal(new SchemaFinding("", "", keyword, message));

    private static IReadOnlyList<SchemaFinding> Validate(string schema, string instance) =>
        CompiledSchema.Compile(Encoding.UTF8.GetBytes(schema)).Validate(Encoding.UTF8.GetBytes(instance));
}
