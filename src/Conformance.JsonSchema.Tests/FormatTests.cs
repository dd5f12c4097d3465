using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

public sealed class FormatTests
{
    private static readonly SchemaOptions Asserting = new() { AssertFormats = true };

    [Theory]
    [InlineData("mx-user-id", "@alice:example.org")]
    [InlineData("mx-user-id", "@a.b_c=d-e/f+1:example.org:8448")]
    [InlineData("mx-user-id", "@Historical ID\u00e9:[1234:5678::abcd]:5678")]
    [InlineData("mx-user-id", "@:example.org")]
    [InlineData("mx-room-id", "!room:example.org")]
    [InlineData("mx-room-id", "!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM")]
    [InlineData("mx-room-alias", "#r\u00f6\u00f6m:example.org")]
    [InlineData("mx-event-id", "$event:example.org")]
    [InlineData("mx-event-id", "$acR1l0raoZnm60CBwAVgqbZqoO/mYU81xysh1u7XcJk")]
    [InlineData("mx-server-name", "1.2.3.4:1234")]
    [InlineData("mx-server-name", "[1234:5678::abcd]")]
    [InlineData("mx-server-name", "localhost")]
    [InlineData("mx-mxc-uri", "mxc://example.org:8448/Media_id-1")]
    [InlineData("mx-unpadded-base64", "")]
    [InlineData("mx-unpadded-base64", "Zm9vYg")]
    [InlineData("mx-unpadded-base64", "+/+/")]
    [InlineData("mx-urlsafe-unpadded-base64", "-_-_")]
    [InlineData("uri", "https://example.org/a?b=%20#c")]
    [InlineData("uri", "urn:ietf:rfc:3986")]
    [InlineData("uri", "https://user:pw@[2001:db8::1]:443/")]
    [InlineData("email", "alice@example.org")]
    [InlineData("email", "\"a b@c\"@example.org")]
    [InlineData("date-time", "2026-11-21T23:59:60Z")]
    [InlineData("no-such-format", "anything")]
    public void A_string_has_a_format(string format, string text) =>
        Validate(format, JsonSerializer.SerializeToUtf8Bytes(text)).Should().BeEmpty();

    [Theory]
    [InlineData("mx-user-id", "alice:example.org")]
    [InlineData("mx-user-id", "@alice")]
    [InlineData("mx-user-id", "@alice:")]
    [InlineData("mx-user-id", "@alice:exa mple.org")]
    [InlineData("mx-user-id", "@a\u0000b:example.org")]
    [InlineData("mx-user-id", "@alice:example.org:123456")]
    [InlineData("mx-user-id", "@alice:example.org:")]
    [InlineData("mx-room-id", "!")]
    [InlineData("mx-room-id", "room:example.org")]
    [InlineData("mx-room-id", "!room:")]
    [InlineData("mx-room-alias", "#room")]
    [InlineData("mx-room-alias", "!room:example.org")]
    [InlineData("mx-event-id", "$")]
    [InlineData("mx-event-id", "$event:exa/mple")]
    [InlineData("mx-server-name", "")]
    [InlineData("mx-server-name", ":8448")]
    [InlineData("mx-server-name", "[1::2::3]")]
    [InlineData("mx-server-name", "[1234")]
    [InlineData("mx-server-name", "example.org:80a")]
    [InlineData("mx-server-name", "ex\u00e4mple.org")]
    [InlineData("mx-mxc-uri", "mxc://example.org/")]
    [InlineData("mx-mxc-uri", "mxc://example.org")]
    [InlineData("mx-mxc-uri", "mxc:///id")]
    [InlineData("mx-mxc-uri", "mxc://example.org/a/b")]
    [InlineData("mx-mxc-uri", "https://example.org/id")]
    [InlineData("mx-unpadded-base64", "Zm9vYg==")]
    [InlineData("mx-unpadded-base64", "Zm9vY")]
    [InlineData("mx-unpadded-base64", "-_-_")]
    [InlineData("mx-urlsafe-unpadded-base64", "+/+/")]
    [InlineData("uri", "/relative")]
    [InlineData("uri", "https://example.org/a b")]
    [InlineData("uri", "https://[::1/")]
    [InlineData("email", "alice")]
    [InlineData("email", "a..b@example.org")]
    [InlineData("date-time", "2026-02-29T00:00:00Z")]
    public void A_string_has_not_a_format(string format, string text) =>
        Validate(format, JsonSerializer.SerializeToUtf8Bytes(text)).Should().ContainSingle().Which.Keyword.Should().Be("format");

    [Theory]
    [InlineData("mx-user-id", "@", 243)]
    [InlineData("mx-room-id", "!", 243)]
    [InlineData("mx-room-alias", "#", 243)]
    [InlineData("mx-event-id", "$", 243)]
    public void An_identifier_has_at_most_255_bytes(string format, string sigil, int longest)
    {
        string Identifier(int length) => sigil + new string('a', length - 1) + ":example.org";
        Validate(format, JsonSerializer.SerializeToUtf8Bytes(Identifier(longest))).Should().BeEmpty();
        Validate(format, JsonSerializer.SerializeToUtf8Bytes(Identifier(longest + 1))).Should().ContainSingle();
    }

    [Theory]
    [InlineData("int64", "9223372036854775807", true)]
    [InlineData("int64", "9223372036854775808", false)]
    [InlineData("int64", "-9223372036854775808", true)]
    [InlineData("int64", "-9223372036854775809", false)]
    [InlineData("int64", "1e3", true)]
    [InlineData("int64", "1.5", false)]
    [InlineData("int32", "2147483647", true)]
    [InlineData("int32", "2147483648", false)]
    [InlineData("float", "3.4e38", true)]
    [InlineData("float", "3.5e38", false)]
    [InlineData("double", "1e308", true)]
    [InlineData("double", "1e309", false)]
    [InlineData("int64", "\"text\"", true)]
    [InlineData("mx-user-id", "5", true)]
    public void A_format_looks_only_at_the_type_that_it_is_for(string format, string instance, bool valid) =>
        Validate(format, Encoding.UTF8.GetBytes(instance)).Any().Should().Be(!valid);

    [Fact]
    public void The_finding_says_what_is_expected() => Validate("mx-user-id", "\"secret\""u8.ToArray()).Should().Equal(
        new SchemaFinding("", "/format", "format", "expected a Matrix user ID (format mx-user-id)"));

    [Fact]
    public void By_default_a_format_is_an_annotation() =>
        CompiledSchema.Compile("""{"format":"mx-user-id"}"""u8).IsValid("\"secret\""u8).Should().BeTrue();

    private static IReadOnlyList<SchemaFinding> Validate(string format, byte[] instance)
    {
        var schema = Encoding.UTF8.GetBytes($$"""{"format":"{{format}}"}""");
        new Evaluations(schema, Asserting).IsValid(instance);
        return CompiledSchema.Compile(schema, Asserting).Validate(instance);
    }
}
