using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Every keyword with an instance that it admits and one that it does not, in every form of evaluation.</summary>
public sealed class KeywordTests
{
    [Theory]
    [InlineData("true", "1")]
    [InlineData("""{"type":"null"}""", "null")]
    [InlineData("""{"type":"integer"}""", "-1.0e2")]
    [InlineData("""{"type":"number"}""", "1.5")]
    [InlineData("""{"type":["array","boolean"]}""", "false")]
    [InlineData("""{"enum":[{"a":[1,2]},"x"]}""", """{"a":[1.0,2]}""")]
    [InlineData("""{"enum":[{"a":1,"b":2}]}""", """{"b":2,"a":1}""")]
    [InlineData("""{"const":"\u00e9"}""", "\"\\u00e9\"")]
    [InlineData("""{"minimum":1.1}""", "1.10")]
    [InlineData("""{"maximum":9007199254740992}""", "9007199254740992.0")]
    [InlineData("""{"exclusiveMinimum":0}""", "1e-400")]
    [InlineData("""{"exclusiveMaximum":1e400}""", "9e399")]
    [InlineData("""{"multipleOf":0.01}""", "19.99")]
    [InlineData("""{"multipleOf":123456789012345678901234567890}""", "246913578024691357802469135780")]
    [InlineData("""{"minLength":2.0}""", "\"\\ud83d\\ude00x\"")]
    [InlineData("""{"maxLength":1}""", "\"\\ud83d\\ude00\"")]
    [InlineData("""{"pattern":"^[a-z]+$"}""", "\"abc\"")]
    [InlineData("""{"items":{"type":"string"}}""", """["a"]""")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"null"}}""", """["a",null]""")]
    [InlineData("""{"contains":{"type":"string"},"minContains":2,"maxContains":3}""", """["a","b",1]""")]
    [InlineData("""{"contains":{"type":"string"},"minContains":0}""", "[]")]
    [InlineData("""{"minItems":1,"maxItems":1}""", "[0]")]
    [InlineData("""{"uniqueItems":true}""", """[1,true,"1",[1],{"a":1},{"a":2}]""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"\u0061":"x","b":1}""")]
    [InlineData("""{"patternProperties":{"^a":{"type":"string"},"b$":{"minLength":1}}}""", """{"ab":"x"}""")]
    [InlineData("""{"properties":{"a":true},"patternProperties":{"^x":true},"additionalProperties":false}""", """{"a":1,"x1":2}""")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"\u00e9":1}""")]
    [InlineData("""{"required":["a","b"]}""", """{"a":1,"b":2}""")]
    [InlineData("""{"minProperties":1,"maxProperties":1}""", """{"a":1}""")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"b":1}""")]
    [InlineData("""{"dependentSchemas":{"a":{"required":["b"]}}}""", """{"a":1,"b":1}""")]
    [InlineData("""{"allOf":[{"required":["a"]},{"properties":{"a":{"type":"string"}}}]}""", """{"a":"x"}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"null"}}]}""", "[null]")]
    [InlineData("""{"oneOf":[{"minimum":2},{"maximum":3}]}""", "4")]
    [InlineData("""{"not":{"type":"string"}}""", "1")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"c":1}""")]
    [InlineData("""{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}""", """{"a":1}""")]
    [InlineData(
        """{"anyOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":true}}],"unevaluatedProperties":false}""", """{"b":1}""")]
    [InlineData("""{"prefixItems":[true],"contains":{"const":2},"unevaluatedItems":false}""", "[1,2]")]
    [InlineData("""{"then":{"type":"string"}}""", "1")]
    [InlineData("""{"minContains":3,"unknown":{"type":"string"}}""", "[]")]
    public void A_keyword_admits(string schema, string instance) => new Evaluations(schema).IsValid(instance).Should().BeTrue();

    [Theory]
    [InlineData("false", "1")]
    [InlineData("""{"type":"null"}""", "0")]
    [InlineData("""{"type":"integer"}""", "1.5")]
    [InlineData("""{"type":"number"}""", "\"1\"")]
    [InlineData("""{"type":["array","boolean"]}""", "{}")]
    [InlineData("""{"enum":[{"a":[1,2]},"x"]}""", """{"a":[2,1]}""")]
    [InlineData("""{"enum":[]}""", "1")]
    [InlineData("""{"const":0}""", "false")]
    [InlineData("""{"const":null}""", "0")]
    [InlineData("""{"minimum":1.1}""", "1.0999999999999999999999999999999")]
    [InlineData("""{"maximum":9007199254740992}""", "9007199254740993")]
    [InlineData("""{"exclusiveMinimum":0}""", "-0.0")]
    [InlineData("""{"exclusiveMaximum":1e400}""", "1e400")]
    [InlineData("""{"multipleOf":0.01}""", "19.999")]
    [InlineData("""{"multipleOf":20}""", "2")]
    [InlineData("""{"multipleOf":123456789012345678901234567890}""", "246913578024691357802469135781")]
    [InlineData("""{"minLength":2}""", "\"\\ud83d\\ude00\"")]
    [InlineData("""{"maxLength":1}""", "\"ab\"")]
    [InlineData("""{"pattern":"^[a-z]+$"}""", "\"abc\\n\"")]
    [InlineData("""{"items":{"type":"string"}}""", """["a",1]""")]
    [InlineData("""{"prefixItems":[{"type":"string"}],"items":{"type":"null"}}""", """["a","b"]""")]
    [InlineData("""{"contains":{"type":"string"},"minContains":2,"maxContains":3}""", """["a"]""")]
    [InlineData("""{"contains":{"type":"string"},"minContains":2,"maxContains":3}""", """["a","b","c","d"]""")]
    [InlineData("""{"minItems":1}""", "[]")]
    [InlineData("""{"maxItems":1}""", "[1,2]")]
    [InlineData("""{"uniqueItems":true}""", """[{"a":1,"b":[2]},{"b":[2.0],"a":1e0}]""")]
    [InlineData("""{"uniqueItems":true}""", """["\u0061","a"]""")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"\u0061":1}""")]
    [InlineData("""{"patternProperties":{"^a":{"type":"string"},"b$":{"minLength":1}}}""", """{"ab":""}""")]
    [InlineData("""{"properties":{"a":true},"patternProperties":{"^x":true},"additionalProperties":false}""", """{"b":1}""")]
    [InlineData("""{"properties":{"xa":{"type":"string"}},"patternProperties":{"^x":{"maxLength":1}}}""", """{"xa":"long"}""")]
    [InlineData("""{"propertyNames":{"maxLength":1}}""", """{"ab":1}""")]
    [InlineData("""{"required":["a","b"]}""", """{"a":1}""")]
    [InlineData("""{"minProperties":1}""", "{}")]
    [InlineData("""{"maxProperties":1}""", """{"a":1,"b":2}""")]
    [InlineData("""{"dependentRequired":{"a":["b"]}}""", """{"a":1}""")]
    [InlineData("""{"dependentSchemas":{"a":{"required":["b"]}}}""", """{"a":1}""")]
    [InlineData("""{"allOf":[{"required":["a"]},{"properties":{"a":{"type":"string"}}}]}""", """{"a":1}""")]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"null"}}]}""", "[1]")]
    [InlineData("""{"oneOf":[{"minimum":2},{"maximum":3}]}""", "2.5")]
    [InlineData("""{"oneOf":[{"minimum":2},{"minimum":3}]}""", "1")]
    [InlineData("""{"not":{"type":"string"}}""", "\"\"")]
    [InlineData("""{"if":{"required":["a"]},"then":{"required":["b"]},"else":{"required":["c"]}}""", """{"a":1}""")]
    [InlineData("""{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}""", """{"a":1,"b":1}""")]
    [InlineData(
        """{"anyOf":[{"properties":{"a":{"type":"string"}}},{"properties":{"b":true}}],"unevaluatedProperties":false}""", """{"a":1}""")]
    [InlineData("""{"allOf":[{"unevaluatedProperties":false}],"properties":{"a":true}}""", """{"a":1}""")]
    [InlineData("""{"prefixItems":[true],"contains":{"const":2},"unevaluatedItems":false}""", "[1,2,3]")]
    [InlineData("""{"not":{"not":{"properties":{"a":true}}},"unevaluatedProperties":false}""", """{"a":1}""")]
    public void A_keyword_refuses(string schema, string instance) => new Evaluations(schema).IsValid(instance).Should().BeFalse();

    [Theory]
    [InlineData(
        """{"minimum":1,"maxLength":1,"minItems":1,"required":["a"],"pattern":"x","items":false,"additionalProperties":false}""", "null")]
    [InlineData("""{"maxLength":1,"minItems":1,"required":["a"],"pattern":"x","items":false,"properties":{"a":false}}""", "123")]
    [InlineData("""{"minimum":1,"minItems":1,"required":["a"],"items":false,"uniqueItems":true}""", "\"abc\"")]
    [InlineData("""{"minimum":1,"maxLength":1,"minItems":1,"pattern":"x","items":false,"contains":false}""", "{}")]
    [InlineData("""{"minimum":1,"maxLength":1,"minProperties":1,"pattern":"x","required":["a"],"propertyNames":false}""", "[]")]
    public void A_keyword_leaves_values_of_other_types_alone(string schema, string instance) =>
        new Evaluations(schema).IsValid(instance).Should().BeTrue();

    [Theory]
    [InlineData(
        """{"$schema":"https://json-schema.org/draft/2020-12/schema","description":1,"format":"email","contentEncoding":"base64","default":3,"examples":[],"x-other":{"type":"null"}}""", "\"no address\"")]
    public void An_annotation_asserts_nothing(string schema, string instance) =>
        new Evaluations(schema).IsValid(instance).Should().BeTrue();

    [Fact]
    public void Of_two_members_with_one_name_both_are_validated()
    {
        var schema = new Evaluations("""{"properties":{"a":{"type":"string"}}}""");
        schema.IsValid("""{"a":"x","a":"y"}""").Should().BeTrue();
        schema.IsValid("""{"a":1,"a":"y"}""").Should().BeFalse();
        schema.IsValid("""{"a":"x","a":1}""").Should().BeFalse();
    }
}
