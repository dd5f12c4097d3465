using System.Text;
using System.Text.Json.Nodes;
using Conformance.Spec.Schemas;
using FluentAssertions;
using Xunit;

namespace Conformance.Spec.Tests.Schemas;

public sealed class VersionRelaxationTests
{
    private static readonly SpecVersion Old = new(1, 6);

    [Fact]
    public void A_schema_without_anything_newer_keeps_its_bytes()
    {
        ReadOnlyMemory<byte> schema =
            """{"properties": {"a": {"since": "v1.6"}, "b": {"since": "v1.2"}}, "required": ["a", "b"]}"""u8.ToArray();

        VersionRelaxation.Apply(schema, Old).Equals(schema).Should().BeTrue();
    }

    [Theory]
    // Beside the property.
    [InlineData(
        """{"properties": {"a": {"since": "v1.7"}, "b": {}}, "required": ["a", "b"]}""",
        """{"properties": {"a": {"since": "v1.7"}, "b": {}}, "required": ["b"]}""")]
    // Two-digit versions are numbers.
    [InlineData(
        """{"properties": {"a": {"since": "v1.10"}, "b": {"since": "v1.2"}}, "required": ["a", "b"]}""",
        """{"properties": {"a": {"since": "v1.10"}, "b": {"since": "v1.2"}}, "required": ["b"]}""")]
    // Below another property, in a list, in a map of patterns.
    [InlineData(
        """{"properties": {"x": {"items": {"patternProperties": {"^@": {"properties": {"a": {"since": "v1.7"}}, "required": ["a"]}}}}}}""",
        """{"properties": {"x": {"items": {"patternProperties": {"^@": {"properties": {"a": {"since": "v1.7"}}, "required": []}}}}}}""")]
    // Declared in a part, required outside; and the other way round.
    [InlineData(
        """{"allOf": [{"properties": {"a": {"since": "v1.7"}}}], "required": ["a"]}""",
        """{"allOf": [{"properties": {"a": {"since": "v1.7"}}}], "required": []}""")]
    [InlineData(
        """{"properties": {"a": {"since": "v1.7"}}, "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}""",
        """{"properties": {"a": {"since": "v1.7"}}, "oneOf": [{"required": []}, {"required": ["b"]}]}""")]
    // In a definition, and required where it is used.
    [InlineData(
        """{"$ref": "#/$defs/d", "required": ["a"], "$defs": {"d": {"properties": {"a": {"since": "v1.7"}}, "required": ["a"]}}}""",
        """{"$ref": "#/$defs/d", "required": [], "$defs": {"d": {"properties": {"a": {"since": "v1.7"}}, "required": []}}}""")]
    // A property that only points to something newer.
    [InlineData(
        """{"properties": {"a": {"$ref": "#/$defs/d"}}, "required": ["a"], "$defs": {"d": {"since": "v1.7", "type": "object"}}}""",
        """{"properties": {"a": {"$ref": "#/$defs/d"}}, "required": [], "$defs": {"d": {"since": "v1.7", "type": "object"}}}""")]
    // A property of the same name in another object stays required.
    [InlineData(
        """{"properties": {"a": {"since": "v1.7"}, "x": {"properties": {"a": {}}, "required": ["a"]}}}""",
        """{"properties": {"a": {"since": "v1.7"}, "x": {"properties": {"a": {}}, "required": ["a"]}}}""")]
    // A definition that points to itself.
    [InlineData(
        """{"$ref": "#/$defs/d", "$defs": {"d": {"$ref": "#/$defs/d", "properties": {"a": {"since": "v1.7"}}, "required": ["a"]}}}""",
        """{"$ref": "#/$defs/d", "$defs": {"d": {"$ref": "#/$defs/d", "properties": {"a": {"since": "v1.7"}}, "required": []}}}""")]
    public void What_is_newer_is_not_required(string schema, string expected)
    {
        var relaxed = VersionRelaxation.Apply(Encoding.UTF8.GetBytes(schema), Old);

        JsonNode.DeepEquals(JsonNode.Parse(relaxed.Span), JsonNode.Parse(expected)).Should().BeTrue(Encoding.UTF8.GetString(relaxed.Span));
    }
}
