using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Exchanges;

/// <summary>Steps read whatever can be read of a body; that it is no strict JSON is the judge's to say.</summary>
public sealed class ServerJsonTests
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
        ServerJson.Read((byte[])[.. "{\"a\":\""u8, 0xC3, .. "\",\"b\":2}"u8])!.Value.GetProperty("b").GetInt32().Should().Be(2);

    [Theory]
    [InlineData("""{"display_name":"a\ud83d"}""", "a\uFFFD")]
    [InlineData("""{"display_name":"\uDC00b"}""", "\uFFFDb")]
    [InlineData("""{"display_name":"\ud83d\ud83d\ude00"}""", "\uFFFD\U0001F600")]
    [InlineData("""{"display_name":"\ud83d\ude00"}""", "\U0001F600")]
    [InlineData("""{"display_name":"\\ud83d"}""", "\\ud83d")]
    public void Half_a_surrogate_pair_is_read_as_the_replacement_character(string body, string text) =>
        Parse(body)!.Value.Text("display_name").Should().Be(text);

    [Fact]
    public void A_name_with_half_a_surrogate_pair_does_not_stop_the_reading()
    {
        var body = Parse("""{"a\ud83d":1,"errcode":"M_UNKNOWN"}""")!.Value;

        body.Text("errcode").Should().Be("M_UNKNOWN");
        body.Members().Select(member => member.Name).Should().Equal("a\uFFFD", "errcode");
    }

    [Theory]
    [InlineData("""{"a":1} and more""", """{"a":1}""")]
    [InlineData("""{"a":"\ud83d"});""", """{"a":"\ufffd"}""")]
    [InlineData("function()", null)]
    [InlineData("""{"a":""", null)]
    public void The_value_that_a_text_begins_with_is_read(string text, string? read) =>
        ServerJson.ReadFirst(text)?.GetRawText().Should().Be(read);

    private static JsonElement? Parse(string body) => ServerJson.Read(Encoding.UTF8.GetBytes(body));
}
