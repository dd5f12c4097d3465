using System.Text;
using Conformance.Matrix.Judging;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Judging;

/// <summary>A body read strictly.</summary>
public sealed class JsonScanTests
{
    [Theory]
    [InlineData("5")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    public void A_single_value_is_json(string body) => Of(body).IsJson.Should().BeTrue();

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void A_body_may_be_512_levels_deep(int levels, bool isJson) =>
        Of(new string('[', levels) + new string(']', levels)).IsJson.Should().Be(isJson);

    [Fact]
    public void A_character_that_breaks_off_at_the_end_is_found() => JsonScan.Of([.. "\"abc"u8, 0xC3]).FirstBadByte.Should().Be(4);

    [Theory]
    [InlineData("""{"a":"\ud83d"}""", 6)]
    [InlineData("""{"\ud83d":1}""", 2)]
    [InlineData("""{"a":"\ud83d\ude00"}""", null)]
    public void Half_a_surrogate_pair_is_found(string body, int? offset) => Of(body).HalfSurrogate.Should().Be(offset);

    [Theory]
    [InlineData("""{"a~b":1,"a~b":2}""", "/a~0b")]
    [InlineData("""[1,{"a":1,"a":2}]""", "/1/a")]
    [InlineData("""[[1],[2,{"a":1,"a":2}]]""", "/1/1/a")]
    [InlineData("""{"x":[{"a":1},{"a":1}],"y":{"x":1}}""", null)]
    [InlineData("""{"\u0061":1,"a":2}""", "/a")]
    public void A_member_that_occurs_twice_is_named_by_its_place(string body, string? pointer) =>
        Of(body).Duplicates.Should().Equal(pointer is null ? [] : [pointer]);

    private static JsonScan Of(string body) => JsonScan.Of(Encoding.UTF8.GetBytes(body));
}
