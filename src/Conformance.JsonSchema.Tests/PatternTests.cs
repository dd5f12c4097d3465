using System.Text;
using Conformance.JsonSchema.Patterns;
using FluentAssertions;
using Xunit;

namespace Conformance.JsonSchema.Tests;

/// <summary>Regular expressions mean what ECMA-262 says, in unicode mode, not what .NET makes of them.</summary>
public sealed class PatternTests
{
    [Theory]
    [InlineData("^abc$", "abc", true)]
    [InlineData("^abc$", "abc\n", false)]
    [InlineData("^a", "ba", false)]
    [InlineData("b", "abc", true)]
    [InlineData("c$", "abc", true)]
    [InlineData("", "", true)]
    [InlineData("^\\$", "$x", true)]
    [InlineData("^mxc:\\/\\/", "mxc://x", true)]
    [InlineData("^[\\x20-\\x7E]+$", "a b~", true)]
    [InlineData("^[\\x20-\\x7E]+$", "a\u007f", false)]
    [InlineData("^[a-c]{2,3}$", "abca", false)]
    [InlineData("^[a-c]{2,3}$", "abc", true)]
    [InlineData("^[a-c]{2,3}$", "a", false)]
    [InlineData("^.$", "\ud83d\ude00", true)]
    [InlineData("^..$", "\ud83d\ude00", false)]
    [InlineData("^[^x]$", "\ud83d\ude00", true)]
    [InlineData("^[\\u{1F600}-\\u{1F64F}]$", "\ud83d\ude00", true)]
    [InlineData("^[\\u{1F600}-\\u{1F64F}]$", "\ud83d\udc00", false)]
    [InlineData("^[\\u{FFFF}-\\u{10000}]$", "\ud800\udc00", true)]
    [InlineData("^[\\u{10000}-\\u{10FFFF}]$", "\udbff\udfff", true)]
    [InlineData("^[\\u{10001}-\\u{20002}]+$", "\ud800\udc01\ud840\udc02", true)]
    [InlineData("^[\\u{10001}-\\u{20002}]+$", "\ud840\udc03", false)]
    [InlineData("^\\ud83d\\ude00$", "\ud83d\ude00", true)]
    [InlineData("^\ud83d\ude00+$", "\ud83d\ude00\ud83d\ude00", true)]
    [InlineData("^.$", "\u2028", false)]
    [InlineData("^\\s$", "\ufeff", true)]
    [InlineData("^\\s$", "\u0085", false)]
    [InlineData("^\\w$", "\u00e9", false)]
    [InlineData("^\\W$", "\u00e9", true)]
    [InlineData("^\\d$", "\u0661", false)]
    [InlineData("^[\\d_-]+$", "1_-", true)]
    [InlineData("^[^\\W\\d]$", "1", false)]
    [InlineData("\\bfoo\\b", "a foo b", true)]
    [InlineData("\\bfoo\\b", "afoo", false)]
    [InlineData("\\bfoo\\b", "\u00e9foo", true)]
    [InlineData("\\Boo", "foo", true)]
    [InlineData("^\\p{Lu}\\P{Lu}$", "Aa", true)]
    [InlineData("^\\p{General_Category=Letter}$", "\u00e9", true)]
    [InlineData("^\\p{ASCII}$", "\u00e9", false)]
    [InlineData("^(?<x>a|b)\\k<x>$", "aa", true)]
    [InlineData("^(?<x>a|b)\\k<x>$", "ab", false)]
    [InlineData("^(a)?\\1b$", "b", true)]
    [InlineData("^(?:(a)|b)\\1$", "b", true)]
    [InlineData("^(a)(?<n>b)(c)\\3\\2\\1$", "abccba", true)]
    [InlineData("^(?=a)\\w(?!b)", "ac", true)]
    [InlineData("(?<=a)b(?<!c)", "ab", true)]
    [InlineData("^a{2}?$", "aa", true)]
    [InlineData("^a{0,}$", "", true)]
    [InlineData("^(a|ab)(c|bcd)$", "abcd", true)]
    [InlineData("^[]$", "a", false)]
    [InlineData("^[^]$", "\n", true)]
    [InlineData("^\\cJ\\0\\t\\v\\f\\r\\n$", "\n\0\t\v\f\r\n", true)]
    [InlineData("^[\\b]$", "\b", true)]
    [InlineData("^\\x41\\u0042\\u{43}$", "ABC", true)]
    [InlineData("^(#|\\/)$", "#", true)]
    [InlineData("a b", "ab", false)]
    public void A_string_matches_or_not(string pattern, string text, bool matches) =>
        new Pattern(pattern, TimeSpan.FromSeconds(5)).IsMatch(Encoding.UTF8.GetBytes(text)).Should().Be(matches);

    [Theory]
    [InlineData("(", "a group is not closed")]
    [InlineData(")", "a closing parenthesis has no opening one")]
    [InlineData("*", "nothing stands before \"*\"")]
    [InlineData("a**", "a quantifier follows a quantifier")]
    [InlineData("^*", "nothing stands before \"*\"")]
    [InlineData("(?=a)*", "nothing stands before \"*\"")]
    [InlineData("]", "\"]\" must be escaped")]
    [InlineData("{", "\"{\" must be escaped")]
    [InlineData("a{2,1}", "the numbers of a quantifier are out of order")]
    [InlineData("a{99999999999}", "a quantifier's number is too large")]
    [InlineData("a{x}", "a quantifier in braces is malformed")]
    [InlineData("[a", "a character class is not closed")]
    [InlineData("[z-a]", "a range in a character class is out of order")]
    [InlineData("[\\d-z]", "a range in a character class has a class of characters for a bound")]
    [InlineData("\\Z", "\\Z is not an escape")]
    [InlineData("\\", "it ends with a backslash")]
    [InlineData("\\01", "\\0 is not an escape")]
    [InlineData("\\1", "\\1 refers to a group that is not there")]
    [InlineData("\\k<a>", "\\k does not name a group that is there")]
    [InlineData("(?<a>x)(?<a>y)", "two groups have the same name")]
    [InlineData("(?<1>x)", "the name of a group is malformed")]
    [InlineData("(?i)x", "a group begins with (?, but not with (?:, (?=, (?!, (?<=, (?<! or (?<name>")]
    [InlineData("\\x4", "an escape lacks its 2 hexadecimal digits")]
    [InlineData("\\u{110000}", "\\u{...} is not a code point")]
    [InlineData("\\p{Script=Greek}", "the Unicode property \"Script=Greek\" is not supported")]
    [InlineData("\\pL", "a Unicode property is not written as \\p{...}")]
    public void A_malformed_expression_is_refused(string pattern, string problem) =>
        FluentActions.Invoking(() => new Pattern(pattern, TimeSpan.FromSeconds(5))).Should().Throw<RegexSyntaxException>()
            .WithMessage(problem);

    [Fact]
    public void Groups_that_nest_without_end_are_refused()
    {
        var pattern = new string('(', 100_000) + new string(')', 100_000);
        FluentActions.Invoking(() => new Pattern(pattern, TimeSpan.FromSeconds(5))).Should().Throw<RegexSyntaxException>()
            .WithMessage("groups nest deeper than 200 levels");
    }

    [Fact]
    public void A_long_string_matches_as_a_short_one_does()
    {
        var pattern = new Pattern("^(ab)+$", TimeSpan.FromSeconds(5));
        pattern.IsMatch(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ab", 5_000)))).Should().BeTrue();
        pattern.IsMatch(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("ab", 5_000)) + "a")).Should().BeFalse();
    }
}
