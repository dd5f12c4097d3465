using System.Text;
using Conformance.Matrix.Calls;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Calls;

/// <summary>Steps read whatever can be read of a body; that it is not strict JSON is the judge's to say.</summary>
public sealed class LenientJsonTests
{
    [Theory]
    [InlineData("""{"a":1,}""", """{"a":1,}""")]
    [InlineData("""[1,2,]""", """[1,2,]""")]
    [InlineData("""{/* why */"a":1}""", """{/* why */"a":1}""")]
    [InlineData("\uFEFF{}", "{}")]
    public void What_is_nearly_json_is_read(string body, string read) => Parse(body)!.Value.GetRawText().Should().Be(read);

    [Fact]
    public void Of_two_members_of_one_name_the_last_counts() =>
        Parse("""{"a":1,"b":2,"a":3}""")!.Value.GetProperty("a").GetInt32().Should().Be(3);

    [Theory]
    [InlineData(512, true)]
    [InlineData(513, false)]
    public void A_body_may_be_512_levels_deep(int levels, bool read) =>
        (Parse(new string('[', levels) + new string(']', levels)) is not null).Should().Be(read);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("<html>")]
    [InlineData("{'a':1}")]
    [InlineData("NaN")]
    public void What_is_no_json_has_none(string body) => Parse(body).Should().BeNull();

    [Fact]
    public void Half_a_character_in_a_string_does_not_stop_the_reading() =>
        HttpTransport.Parse([.. "{\"a\":\""u8, 0xC3, .. "\",\"b\":2}"u8])!.Value.GetProperty("b").GetInt32().Should().Be(2);

    private static System.Text.Json.JsonElement? Parse(string body) => HttpTransport.Parse(Encoding.UTF8.GetBytes(body));
}
