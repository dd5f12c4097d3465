using System.Text;
using System.Text.Json;
using Conformance.Spec.Schemas;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Schemas;

/// <summary>Which members a schema does not know.</summary>
public sealed class KnownMembersTests
{
    [Theory]
    [InlineData("""{"properties":{"a":{}}}""", """{"a":1,"b":2,"c/d~e":3}""", "/b /c~1d~0e")]
    [InlineData("""{"properties":{"a":{"properties":{"x":{}}}}}""", """{"a":{"x":1,"y":2}}""", "/a/y")]
    [InlineData("""{"items":{"properties":{"a":{}}}}""", """[{"a":1},{"b":1}]""", "/1/b")]
    [InlineData("""{"prefixItems":[{"properties":{"a":{}}}]}""", """[{"b":1}]""", "/0/b")]
    [InlineData("""{"allOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}""", """{"a":1,"b":2,"c":3}""", "/c")]
    [InlineData("""{"oneOf":[{"properties":{"a":{}}},{"properties":{"b":{}}}]}""", """{"a":1,"b":2,"c":3}""", "/c")]
    [InlineData("""{"if":{},"then":{"properties":{"a":{}}}}""", """{"a":1,"c":3}""", "/c")]
    [InlineData("""{"$ref":"#/$defs/x~1y","$defs":{"x/y":{"properties":{"a":{"$ref":"#"}}}}}""", """{"a":{"a":{"b":1}}}""", "/a/a/b")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":{"properties":{"x":{}}}}""", """{"b":{"x":1,"y":2}}""", "/b/y")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":true}""", """{"b":1}""", "")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"b":1}""", "/b")]
    [InlineData("""{"properties":{"a":{}},"patternProperties":{"^x":{}}}""", """{"x1":1}""", "")]
    [InlineData("""{"type":"object"}""", """{"b":1}""", "")]
    [InlineData("""{"properties":{"a":{}}}""", """[1]""", "")]
    [InlineData("""{"$ref":"https://example.org/x"}""", """{"b":1}""", "")]
    [InlineData("true", """{"b":1}""", "")]
    public void Unknown_members_are_found(string schema, string value, string pointers)
    {
        using var document = JsonDocument.Parse(value);
        string.Join(' ', new KnownMembers(Encoding.UTF8.GetBytes(schema)).Unknown(document.RootElement, 10)).Should().Be(pointers);
    }

    [Fact]
    public void No_more_are_found_than_asked_for()
    {
        using var document = JsonDocument.Parse("""{"b":1,"c":2,"d":3}""");
        new KnownMembers("""{"properties":{}}"""u8.ToArray()).Unknown(document.RootElement, 2).Should().Equal("/b", "/c");
    }
}
