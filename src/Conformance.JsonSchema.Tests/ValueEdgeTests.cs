using System.Text;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Values at the edges: escapes where the length of UTF-8 changes, divisors beyond 64 bits, arrays and objects compared as
/// wholes.</summary>
public sealed class ValueEdgeTests
{
    [Theory]
    [InlineData(@"\u0001", "\u0001")]
    [InlineData(@"\u007f", "\u007F")]
    [InlineData(@"\u0080", "\u0080")]
    [InlineData(@"\u07ff", "\u07FF")]
    [InlineData(@"\u0800", "\u0800")]
    [InlineData(@"\ud7ff", "\uD7FF")]
    [InlineData(@"\ue000", "\uE000")]
    [InlineData(@"\uffff", "\uFFFF")]
    [InlineData(@"\ud800\udc00", "\U00010000")]
    [InlineData(@"\ud83d\udc08", "\U0001F408")]
    [InlineData(@"\udbff\udfff", "\U0010FFFF")]
    [InlineData(@"\b\f\n\r\t\/\\\""", "\b\f\n\r\t/\\\"")]
    public void An_escaped_string_equals_the_same_string_unescaped(string escaped, string text)
    {
        var schema = new Evaluations($$"""{"const":{{System.Text.Json.JsonSerializer.Serialize(text)}}}""");
        schema.IsValid(Encoding.UTF8.GetBytes($"\"{escaped}\"")).Should().BeTrue();
        schema.IsValid(Encoding.UTF8.GetBytes($"\"{escaped}x\"")).Should().BeFalse();
    }

    [Theory]
    [InlineData("18446744073709551615", "18446744073709551615", true)]
    [InlineData("18446744073709551615", "18446744073709551616", false)]
    [InlineData("18446744073709551617", "36893488147419103234", true)]
    [InlineData("18446744073709551617", "36893488147419103233", false)]
    [InlineData("18446744073709551617", "1844674407370955161700e3", true)]
    [InlineData("18446744073709551617", "18446744073709551618e3", false)]
    [InlineData("99999999999999999999", "1e40", false)]
    [InlineData("3", "1e40", false)]
    [InlineData("3", "2.1e41", true)]
    [InlineData("7", "1e6", false)]
    [InlineData("7", "14e5", true)]
    public void A_divisor_may_be_of_any_size(string divisor, string number, bool divides) =>
        new Evaluations($$"""{"multipleOf":{{divisor}}}""").IsValid(Encoding.UTF8.GetBytes(number)).Should().Be(divides);

    [Theory]
    [InlineData("[null]", "[true]")]
    [InlineData("[true]", "[false]")]
    [InlineData("[1]", "[-1]")]
    [InlineData("[1]", "[10]")]
    [InlineData("[12]", "[1,2]")]
    [InlineData("""["1"]""", "[1]")]
    [InlineData("""["a","b"]""", """["ab"]""")]
    [InlineData("[]", "{}")]
    [InlineData("[[]]", "[]")]
    [InlineData("[[1],2]", "[[1,2]]")]
    [InlineData("""{"a":null}""", "{}")]
    [InlineData("""{"a":[1]}""", """{"a":1}""")]
    [InlineData("""{"a":1,"b":2}""", """{"a":2,"b":1}""")]
    [InlineData("""{"a":{"b":1}}""", """{"a":1,"b":1}""")]
    public void Arrays_and_objects_differ_where_any_part_differs(string one, string other)
    {
        new Evaluations($$"""{"enum":[{{one}}]}""").IsValid(Encoding.UTF8.GetBytes(other)).Should().BeFalse();
        new Evaluations($$"""{"enum":[{{other}}]}""").IsValid(Encoding.UTF8.GetBytes(one)).Should().BeFalse();
        var unique = new Evaluations("""{"uniqueItems":true}""");
        unique.IsValid(Encoding.UTF8.GetBytes($"[{one},{other}]")).Should().BeTrue();
        unique.IsValid(Encoding.UTF8.GetBytes($"[{one},{other},{one}]")).Should().BeFalse();
    }

    [Theory]
    [InlineData("""{"a":1}""", false)]
    [InlineData("""{"a":1,"b":2}""", true)]
    [InlineData("""{"a":1,"b":2,"c":3}""", true)]
    [InlineData("""{"a":1,"b":2,"c":3,"d":4}""", false)]
    public void Of_two_bounds_on_the_number_of_members_the_stricter_one_holds(string instance, bool valid) =>
        new Evaluations("""{"minProperties":1,"maxProperties":3,"allOf":[{"minProperties":2,"maxProperties":9}]}""")
            .IsValid(Encoding.UTF8.GetBytes(instance)).Should().Be(valid);

    [Theory]
    [InlineData("[1,2]", true)]
    [InlineData("""["x",2]""", false)]
    [InlineData("""[1,"x"]""", false)]
    public void Of_two_lists_of_first_items_both_hold_to_their_ends(string instance, bool valid) =>
        new Evaluations("""{"prefixItems":[{"type":"number"}],"allOf":[{"prefixItems":[true,{"type":"number"}]}]}""")
            .IsValid(Encoding.UTF8.GetBytes(instance)).Should().Be(valid);

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("null", false)]
    public void A_literal_may_stand_among_other_values(string instance, bool valid) =>
        new Evaluations("""{"enum":[true,1,[null]]}""").IsValid(Encoding.UTF8.GetBytes(instance)).Should().Be(valid);
}
