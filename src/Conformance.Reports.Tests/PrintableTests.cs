using Conformance.Reports.Wording;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>Text from a server cannot steer a terminal, nor read as something that it is not.</summary>
public sealed class PrintableTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain ü", "plain ü")]
    [InlineData("  around ", "around")]
    [InlineData("one \t\r\n \t two", "one two")]
    [InlineData("one\rtwo\nthree", "one two three")]
    [InlineData("\none\n", "one")]
    [InlineData("a\tb", "a\\u0009b")]
    [InlineData("a\u001B[2J", "a\\u001B[2J")]
    [InlineData("a\u007Fb\u009Bc", "a\\u007Fb\\u009Bc")]
    [InlineData("a🐈b", "a🐈b")]
    [InlineData("a\uFFFE\uFFFF", "a\\uFFFE\\uFFFF")]
    [InlineData("\u2029\u202A\u202B\u202D\u202E\u202F", "\\u2029\\u202A\\u202B\\u202D\\u202E\u202F")]
    [InlineData("\u2065\u2066\u2067\u2068\u2069\u206A", "\u2065\\u2066\\u2067\\u2068\\u2069\u206A")]
    [InlineData("\u200D\u200E\u200F\u2010", "\u200D\\u200E\\u200F\u2010")]
    public void A_text_becomes_one_harmless_line(string text, string line) => Printable.OneLine(text).Should().Be(line);

    // Not rows of a theory: an attribute is stored as UTF-8, which has no half characters.
    [Fact]
    public void Half_a_character_is_written_out()
    {
        Printable.OneLine("a\uD83Db").Should().Be("a\\uD83Db");
        Printable.OneLine("a\uD83D").Should().Be("a\\uD83D");
        Printable.OneLine("a\uDC08").Should().Be("a\\uDC08");
        Printable.OneLine("\uDC08\uD83D").Should().Be("\\uDC08\\uD83D");
    }

    [Theory]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("abcde", 4, "abcd... (5 characters in all)")]
    [InlineData("abc🐈e", 4, "abc... (6 characters in all)")]
    [InlineData("ab🐈de", 4, "ab🐈... (6 characters in all)")]
    public void A_long_text_is_cut_between_characters(string text, int limit, string cut) => Printable.Short(text, limit).Should().Be(cut);
}
